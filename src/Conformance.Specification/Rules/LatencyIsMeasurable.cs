using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Latency targets say what is measured, where and over which time.</summary>
internal sealed class LatencyIsMeasurable()
    : AdvisoryRule(
        "SLA-102",
        Severity.Warning,
        "A latency target cannot be measured",
        "p95 of which requests, over which time, measured at the gateway or at the client: each gives another number.",
        "add sla.measurement: \"all requests of a calendar month, at the gateway\""
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from environment in specification.Environments
        where environment.Sla is { ResponseTimes.IsEmpty: false, Measurement: null }
        let first = environment.Sla!.ResponseTimes[0]
        select Finding(
            first.Value.Location,
            $"latency targets of '{environment.Name}' have no window, population or measuring point",
            "sla.measurement"
        );
}
