using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>With several windows, the headers say which one they report.</summary>
internal sealed class HeadersNameTheirWindow()
    : AdvisoryRule(
        "RTL-105",
        Severity.Warning,
        "One header set reports several windows",
        "A client that reads Remaining: 37 does not know whether it means this minute or today.",
        "publish one window per header set, or keep the long one out of the default limits"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.RateLimits is { Headers: { } headers } limits
            && limits.Default.Select(l => l.Window).Distinct().Count() > 1
        )
        {
            var names = string.Join(" and ", limits.Default.Select(Limits.Name));
            yield return Finding(
                Start(headers.Location),
                $"{names} share one set of headers: which one is reported?",
                "one window per header set"
            );
        }
    }
}
