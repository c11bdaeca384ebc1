using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A scenario expects only statuses that its operation declares.</summary>
internal sealed class ExpectedStatusesAreDeclared()
    : LintRule(
        "SCN-104",
        Severity.Error,
        "A scenario expects a status that the operation does not declare",
        "Either the operation's table of responses or the scenario is wrong; a provider that follows one fails the other.",
        "declare the status under responses of the operation, or correct the scenario"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from scenario in specification.TestScenarios
        where scenario.Endpoint is { Responses.IsEmpty: false }
        let endpoint = scenario.Endpoint!
        from status in Statuses(scenario)
        where endpoint.FindResponse(status) is null
        let declared = string.Join(", ", endpoint.Responses.Select(r => r.Status.Value))
        select Finding(
            status.Location,
            $"scenario '{scenario.Name}' expects status {status.Value}, which {endpoint.Name} does not declare",
            $"one of {declared}",
            $"{status.Value}",
            $"add a response {status.Value} to {endpoint.OperationId}, or correct the scenario",
            new RelatedLocation("the operation", endpoint.Method.Location)
        );

    private static IEnumerable<Located<int>> Statuses(TestScenario scenario)
    {
        if (scenario.ExpectedStatus is { } status)
        {
            yield return status;
        }

        foreach (var step in scenario.Steps.OfType<ScenarioStep.Response>())
        {
            yield return new Located<int>(step.Status, step.Text.Location);
        }
    }
}
