using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Higher percentiles take longer, and no target exceeds the client's patience.</summary>
internal sealed class LatenciesAreConsistent()
    : AdvisoryRule(
        "SLA-103",
        Severity.Warning,
        "Latency targets contradict each other",
        "A target that cannot be told from another one, or that the client has given up before, says nothing.",
        "order the targets, and keep them below client_timeout"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var sla in specification.Environments.Select(e => e.Sla).OfType<ServiceLevel>())
        {
            var targets = sla.ResponseTimes.OrderBy(t => t.Key).ToList();
            foreach (
                var (lower, upper) in targets
                    .Zip(targets.Skip(1))
                    .Where(p => p.Second.Value.Value <= p.First.Value.Value)
            )
            {
                yield return Finding(
                    upper.Value.Location,
                    $"p{upper.Key} ({upper.Value.Value.TotalMilliseconds} ms) <= p{lower.Key} "
                        + $"({lower.Value.Value.TotalMilliseconds} ms)",
                    $"more than {lower.Value.Value.TotalMilliseconds} ms",
                    related: new RelatedLocation("the lower percentile", lower.Value.Location)
                );
            }

            foreach (var target in targets.Where(t => t.Value.Value > sla.ClientTimeout?.Value))
            {
                yield return Finding(
                    target.Value.Location,
                    $"p{target.Key} ({target.Value.Value.TotalSeconds} s) is above the client timeout "
                        + $"({sla.ClientTimeout!.Value.TotalSeconds} s)",
                    related: new RelatedLocation("the timeout", sla.ClientTimeout.Location)
                );
            }
        }
    }
}
