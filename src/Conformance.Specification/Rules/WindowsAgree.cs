using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A quota lasts for a good part of its window.</summary>
internal sealed class WindowsAgree()
    : AdvisoryRule(
        "RTL-104",
        Severity.Warning,
        "A short window spends the quota of a long one",
        "Whoever uses what the short limit promises is locked out for the rest of the long window.",
        "raise the quota, or lower the rate, or say in the reason that the quota is meant to be the real limit"
    )
{
    /// <summary>A quota that lasts for less of its window than this is a surprise.</summary>
    private const double LeastShare = 0.25;

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var limits = specification.RateLimits;
        foreach (var quota in limits?.Default ?? [])
        {
            foreach (
                var rate in limits!.Default.Concat(limits.PerEndpoint.Select(e => e.Limit)).DistinctBy(r => r.Location)
            )
            {
                var lasts = rate.Window * ((double)quota.Requests / Math.Max(1, rate.Requests));
                if (rate.Window < quota.Window && lasts < quota.Window * LeastShare)
                {
                    yield return Finding(
                        rate.Location,
                        $"{Limits.Name(rate)} spends the quota of {Limits.Name(quota)} in {Limits.Length(lasts)}",
                        "limits that agree",
                        related: new RelatedLocation("the quota", quota.Location)
                    );
                }
            }
        }
    }
}
