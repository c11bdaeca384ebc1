using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>An error is retried after the header or by backoff, and with both, it is said which one wins.</summary>
internal sealed partial class WaitingIsSaidOnce()
    : AdvisoryRule(
        "RTL-112",
        Severity.Warning,
        "Two ways of waiting are given",
        "One client waits 60 seconds, the other doubles from one second; the second is refused again and again.",
        "say max(Retry-After, backoff)"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from entry in specification.ErrorCodes
        let text = $"{entry.RetryStrategy} {entry.Resolution}"
        where text.Contains("Retry-After", StringComparison.OrdinalIgnoreCase) && Backoff().IsMatch(text)
        where !Combined().IsMatch(text)
        select Finding(
            (entry.RetryStrategy ?? entry.Resolution)!.Location,
            $"'{entry.Code}': 'wait for Retry-After' and 'exponential backoff' are both given",
            "max(Retry-After, backoff)"
        );

    [GeneratedRegex(@"back-?off", Words.Options, Words.Timeout)]
    private static partial Regex Backoff();

    [GeneratedRegex(@"\bmax\s*\(|whichever|(longer|greater|larger)\s+of|at\s+least", Words.Options, Words.Timeout)]
    private static partial Regex Combined();
}
