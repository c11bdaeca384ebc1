using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Error messages and examples tell nothing of the inside.</summary>
internal sealed partial class ErrorsKeepInternalsToThemselves()
    : AdvisoryRule(
        "ERR-108",
        Severity.Warning,
        "A message contains internal detail",
        "Stack traces, queries, paths and host names help an attacker and nobody else (OWASP API8:2023).",
        "say what the caller can do; keep the detail in the log under the request id"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var examples = specification
            .Endpoints.SelectMany(e => e.Responses)
            .Where(r => r.Status.Value >= 400)
            .Select(r => r.Example)
            .OfType<Located<JsonElement>>()
            .DistinctBy(e => e.Location)
            .SelectMany(e => Texts(e.Value).Select(text => new Located<string>(text, e.Location)));
        var catalogue = specification
            .ErrorCodes.SelectMany(e => new[] { e.Description, e.Resolution })
            .OfType<Located<string>>();
        return examples
            .Concat(catalogue)
            .Where(text => Internal().IsMatch(text.Value))
            .Select(text =>
                Finding(
                    text.Location,
                    $"this message contains internal detail: \"{Internal().Match(text.Value).Value}\"",
                    "a message for callers"
                )
            );
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Texts(m.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    [GeneratedRegex(
        @"\b\w+(\.\w+)*Exception\b|\bat\s+[\w$]+(\.[\w$<>]+)+\(|Traceback \(most recent|\b\w+\.(cs|java|py|rb|php|go|js|ts):(line\s+)?\d+|\bSQLSTATE\b|\bORA-\d{5}\b|\bselect\s+.{1,60}\sfrom\s|\binsert\s+into\s|/(var|usr|home|opt|srv)/\w+|\b[a-z]:\\\w+|\b(10|127)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|\b192\.168\.\d{1,3}\.\d{1,3}\b|\b[\w-]+\.(internal|corp|svc\.cluster\.local)\b",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Internal();
}
