using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Limits say what they are counted per.</summary>
internal sealed class LimitsSayPerWhom()
    : AdvisoryRule(
        "RTL-106",
        Severity.Warning,
        "The partition of a limit is not stated",
        "Per client, per token or per address: behind one gateway, that is the difference between one budget and a thousand.",
        "add rate_limits.partition, such as client_id"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.RateLimits is { Partition: null } limits)
        {
            yield return Finding(
                Start(limits.Location),
                "the partition of the limits (client, token, IP) is not stated",
                "rate_limits.partition"
            );
        }
    }
}
