using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Http;

/// <summary>How far a request got; decides whether an idempotency key remembers the answer (STANDARDS IDM-10).</summary>
internal enum ReplyStage
{
    /// <summary>It was carried out, or no key has anything to do with it.</summary>
    Done,

    /// <summary>It was refused before anything was tried.</summary>
    RefusedBeforeExecution,

    /// <summary>The operation itself refused it.</summary>
    BusinessError,

    /// <summary>The server failed.</summary>
    ServerError,
}

/// <summary>An answer before it is written. The body is never changed in place: alter a clone.</summary>
/// <param name="Status">HTTP status.</param>
internal sealed record Reply(int Status)
{
    /// <summary>Headers in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The JSON body; null for none, unless <see cref="Raw"/> is set.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Bytes sent instead of <see cref="Body"/>.</summary>
    public ReadOnlyMemory<byte>? Raw { get; init; }

    /// <summary>Media type of the body.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>How far the request got.</summary>
    public ReplyStage Stage { get; init; }

    /// <summary>Identifier of the resource the answer is about.</summary>
    public string? ResourceId { get; init; }

    /// <summary>What the request did; null when it did nothing, a replay for example.</summary>
    public ResourceChange? Change { get; init; }

    /// <summary>Real time the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is cut instead of answering.</summary>
    public bool IsAborted { get; init; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    /// <summary>The same answer with a header set, replacing one of that name.</summary>
    public Reply With(string name, string value)
    {
        var bare = Without(name);
        return bare with { Headers = bare.Headers.Add(new(name, value)) };
    }

    /// <summary>The same answer without a header.</summary>
    public Reply Without(string name) =>
        this with
        {
            Headers = Headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)),
        };

    /// <summary>The same answer with its body changed; unchanged when it has none.</summary>
    /// <param name="edit">Given a clone to change and return.</param>
    public Reply Edit(Func<JsonNode, JsonNode?> edit) =>
        Body is null ? this : this with { Body = edit(Body.DeepClone()) };
}
