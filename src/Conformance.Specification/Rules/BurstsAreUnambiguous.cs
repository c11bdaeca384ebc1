using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A burst allowance says by which algorithm it is counted.</summary>
internal sealed class BurstsAreUnambiguous()
    : LintRule(
        "RTL-103",
        Severity.Warning,
        "A burst allowance is ambiguous",
        "\"150% for up to 30 seconds\" of 100 per minute admits 125, 150 or 250 requests in the first minute, "
            + "depending on the algorithm and its window.",
        "add rate_limits.algorithm: fixed_window, sliding_window or token_bucket"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.RateLimits is { Burst: { } burst, Algorithm: null })
        {
            yield return Finding(
                burst.Location,
                "the burst allowance is ambiguous: it names no window and no algorithm",
                "rate_limits.algorithm beside it"
            );
        }
    }
}
