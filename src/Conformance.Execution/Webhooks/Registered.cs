using System.Text.Json;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Webhooks;

/// <summary>What came of telling the target where deliveries go.</summary>
internal sealed record Registered
{
    /// <summary>The secret that the target told in turn; null when it told none.</summary>
    public string? Secret { get; init; }

    /// <summary>Why the target cannot be relied on to deliver; null when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the target answered; null when it answered no JSON, or was not asked by a request.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>A field of the answer as text; null when it has none of that name.</summary>
    /// <param name="path">Dotted path.</param>
    public string? Field(string path) =>
        Answer is { } root && JsonBody.Find(root, path) is { } value ? JsonBody.Text(value) : null;
}
