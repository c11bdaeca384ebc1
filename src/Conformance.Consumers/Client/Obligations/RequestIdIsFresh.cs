using System.Text.Json;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Each call has an id of its own (STANDARDS CLI-23). A repetition may keep the id: nothing says otherwise.</summary>
internal sealed class RequestIdIsFresh : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        Observation.RequestIdHeaderOf(specification) is { } header
            ?
            [
                Case(
                    ScenarioKind.HappyPath,
                    "request-id-is-fresh",
                    $"Each call has an {header.Name.Value} of its own",
                    Demand.Contract(
                        "request_id",
                        $"The consumer MUST send a fresh, valid {header.Name.Value} with each call.",
                        header.Name.Location,
                        "CLI-23"
                    ),
                    [],
                    seen => Judge(seen, header)
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen, HeaderDefinition header)
    {
        var name = header.Name.Value;
        var calls = (
            from trace in seen.Traces
            from logical in seen.LogicalIn(trace)
            from id in logical.Attempts.SelectMany(a => a.Arrival.HeaderValues(name)).Distinct()
            where id.Length > 0
            select (Id: id, logical.First)
        ).ToArray();
        var schema = ContractSchema.Create(header.Schema, seen.Specification);
        var invalid =
            from call in calls
            let violation = schema.Validate(JsonSerializer.SerializeToElement(call.Id)).FirstOrDefault()
            where violation is not null
            select new Evidence(
                $"script {call.First.Script}, {call.First.Line}, {name}",
                violation.Expected,
                $"'{call.Id}'",
                "make a valid one for each call",
                call.First
            );
        if (calls.Length < 2 && !invalid.Any())
        {
            return header.Required
                ? NotSeen(seen, $"fewer than two calls had an {name}", Ordinary.Title)
                : new Ruling.DoesNotApply($"the client sends no {name}, and none is required");
        }

        var repeated =
            from call in calls
            group call by call.Id into same
            where same.Count() > 1
            select new Evidence(
                $"{name} over all calls",
                "another one for each call",
                $"'{same.Key}' in {same.Count()} calls, for example {same.First().First.Line} in script "
                    + $"{same.First().First.Script} and {same.Last().First.Line} in script {same.Last().First.Script}",
                "make a new one whenever a new call begins",
                same.Last().First
            );
        return Ruling.By(invalid.Take(2).Concat(repeated.Take(2)));
    }
}
