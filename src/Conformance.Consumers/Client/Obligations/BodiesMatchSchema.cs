using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Bodies are valid (STANDARDS CLI-24).</summary>
internal sealed class BodiesMatchSchema : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        where endpoint.Request?.ContentType.Value.Contains("json", StringComparison.OrdinalIgnoreCase) is true
        select Case(
            ScenarioKind.ValidationErrors,
            $"bodies-are-valid/{endpoint.OperationId.Value}",
            $"Bodies for {endpoint.Name} are valid",
            Demand.Contract(
                $"bodies.{endpoint.OperationId.Value}",
                $"The consumer MUST send bodies for {endpoint.Name} that match their schema.",
                endpoint.Request!.Location,
                "CLI-24"
            ),
            [],
            seen => Judge(seen, endpoint)
        );

    private static Ruling Judge(Observation seen, Endpoint endpoint)
    {
        var calls = seen.Calls.Where(c => c.Endpoint == endpoint).ToArray();
        if (calls.Length == 0)
        {
            return new Ruling.DoesNotApply($"the client never calls {endpoint.Name}");
        }

        var schema = ContractSchema.Create(endpoint.Request!.Schema, seen.Specification);
        return Ruling.By(
            from call in calls
            from violation in schema.Validate(call.Arrival.Body).Where(v => !v.IsUndecided)
            group call by (violation.Path, violation.Expected, violation.Actual) into same
            select new Evidence(
                $"script {same.First().Script}, body, {(same.Key.Path.Length == 0 ? "as a whole" : same.Key.Path)}",
                same.Key.Expected,
                same.Key.Actual,
                "send what the schema demands; the provider refuses this body",
                same.First()
            )
        );
    }
}
