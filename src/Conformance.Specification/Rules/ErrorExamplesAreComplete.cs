using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Examples of errors have the standard fields that every error has.</summary>
internal sealed class ErrorExamplesAreComplete()
    : LintRule(
        "ERR-104",
        Severity.Warning,
        "An error example lacks a standard field",
        "The standard response holds for every error; an example without one of its fields misleads whoever copies it.",
        "complete the example, or mark the field (optional) in error_format.standard_response"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.ErrorFormat is not { } format)
        {
            return [];
        }

        var responses = specification
            .Endpoints.SelectMany(e =>
                e.Responses.Select(r => (Where: $"response {r.Status} of {e.Name}", Response: r))
            )
            .Prepend((Where: "rate_limits.exceeded_response", Response: specification.RateLimits?.ExceededResponse!));
        return responses
            .Where(r => r.Response is { Status.Value: >= 400, Example: not null })
            .DistinctBy(r => r.Response.Example!.Location)
            .GroupBy(r => Quoted(Missing(r.Response.Example!.Value, format.Schema, "")), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => Finding(group.Key, [.. group], format));
    }

    /// <summary>One finding for all examples that lack the same: whoever repairs one repairs them all.</summary>
    private Diagnostic Finding(
        string missing,
        List<(string Where, ResponseDefinition Response)> lacking,
        ErrorFormat format
    )
    {
        var first = lacking
            .OrderBy(l => l.Response.Example!.Location.File)
            .ThenBy(l => l.Response.Example!.Location.Line)
            .First();
        var others = lacking.Count switch
        {
            1 => "",
            2 => ", and so does 1 other",
            var n => $", and so do {n - 1} others",
        };
        return Finding(
            first.Response.Example!.Location,
            $"the error example of {first.Where} lacks {missing} of error_format{others}",
            $"examples with {missing}",
            related: [new RelatedLocation("the standard response", format.Schema.Location)]
        );
    }

    private static IEnumerable<string> Missing(JsonElement example, SchemaNode schema, string prefix)
    {
        foreach (var property in schema.Properties.Where(p => p.IsRequired))
        {
            if (example.ValueKind != JsonValueKind.Object || !example.TryGetProperty(property.Name, out var value))
            {
                yield return prefix + property.Name.Value;
                continue;
            }

            foreach (var inner in Missing(value, property.Schema, $"{prefix}{property.Name.Value}."))
            {
                yield return inner;
            }
        }
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
