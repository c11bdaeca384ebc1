using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Postconditions have a call that shows them.</summary>
internal sealed class PostconditionsAreObservable()
    : AdvisoryRule(
        "SCN-102",
        Severity.Warning,
        "A postcondition has no observable probe",
        "\"Order record created in database\" is true or not, and nobody outside can tell: it is not tested.",
        "add a probe: { text: ..., probe: { operation: read-it, expected_status: 200 } }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .TestScenarios.SelectMany(s => s.Postconditions)
            .Where(p => p.Probe is null)
            .Select(p => Finding(p.Text.Location, $"postcondition '{p.Text}' has no observable probe", "probe"));
}
