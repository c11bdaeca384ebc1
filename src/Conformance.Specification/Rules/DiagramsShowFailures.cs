using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Diagrams show what happens when it goes wrong.</summary>
internal sealed partial class DiagramsShowFailures()
    : AdvisoryRule(
        "SEQ-102",
        Severity.Warning,
        "A diagram has no branch for declared failures",
        "Who undoes what, when the second step fails, is what integrations break on; a diagram of the happy path does not say.",
        "add alt / else branches for the failures"
    )
{
    /// <summary>Refusals that happen before anything is done; there is nothing to show for them.</summary>
    private static readonly FrozenSet<int> Early = [400, 401, 403, 404, 405, 406, 413, 415, 422, 429];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var diagram in specification.SequenceDiagrams.Where(d => !Branch().IsMatch(d.Text.Value)))
        {
            var failures = specification
                .Endpoints.Where(e => diagram.Text.Value.Contains(e.Name, StringComparison.OrdinalIgnoreCase))
                .SelectMany(e => e.Responses)
                .Where(r => r.Status.Value >= 400 && !Early.Contains(r.Status.Value))
                .Select(r => r.ErrorCode?.Value ?? r.Status.ToString())
                .Distinct()
                .ToList();
            if (failures.Count > 0)
            {
                yield return Finding(
                    Start(diagram.Text.Location),
                    $"diagram '{diagram.Title}' has no alt or opt branch for declared failures: {string.Join(", ", failures)}",
                    "alt / else"
                );
            }
        }
    }

    [GeneratedRegex(@"^\s*(alt|opt|else|break|critical)\b", Words.Options | RegexOptions.Multiline, Words.Timeout)]
    private static partial Regex Branch();
}
