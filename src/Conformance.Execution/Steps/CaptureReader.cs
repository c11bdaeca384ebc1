using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Takes out of a response what later steps need.</summary>
internal static class CaptureReader
{
    /// <summary>Remembers what is there; what is missing is noticed by the step that needs it.</summary>
    public static void Read(ImmutableArray<Capture> captures, RecordedResponse response, CaseContext context)
    {
        if (captures.IsEmpty)
        {
            return;
        }

        var body = JsonBody.Parse(response.Body);
        foreach (var capture in captures)
        {
            if (Value(capture, response, body) is { } value)
            {
                context.Captures[capture.Name] = value;
            }
        }
    }

    private static string? Value(Capture capture, RecordedResponse response, JsonElement? body)
    {
        if (capture.Header is { } header)
        {
            return response.Header(header);
        }

        return body is { } root && capture.BodyField is { } field && JsonBody.Find(root, field) is { } found
            ? JsonBody.Text(found)
            : null;
    }
}
