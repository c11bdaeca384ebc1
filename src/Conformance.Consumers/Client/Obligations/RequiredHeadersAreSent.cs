using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Required headers are sent (STANDARDS CLI-24).</summary>
internal sealed class RequiredHeadersAreSent : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from header in specification.Endpoints.SelectMany(e => e.Headers).Where(h => h.Required)
        group header by header.Name.Value.ToUpperInvariant() into same
        let name = same.First().Name
        select Case(
            ScenarioKind.HappyPath,
            $"headers/{name.Value}",
            $"The client sends {name.Value} wherever it is required",
            Demand.Contract(
                $"headers.{name.Value}",
                $"The consumer MUST send {name.Value} with every call that requires it.",
                name.Location,
                "CLI-24"
            ),
            [],
            seen => Judge(seen, name.Value)
        );

    private static Ruling Judge(Observation seen, string name)
    {
        var demanding = seen
            .Calls.Where(c => c.Endpoint?.Headers.Any(h => h.Required && Is(h, name)) is true)
            .ToArray();
        if (demanding.Length == 0)
        {
            return NotSeen(seen, $"the client made no call that requires {name}", Ordinary.Title);
        }

        return Ruling.By(
            from call in demanding
            where string.IsNullOrWhiteSpace(call.Arrival.Header(name))
            group call by call.Endpoint!.Name into same
            select new Evidence(
                $"script {same.First().Script}, {same.Key}",
                name,
                $"no such header, in {same.Count()} of {demanding.Count(c => c.Endpoint!.Name == same.Key)} calls",
                $"send {name} with every attempt",
                same.First()
            )
        );
    }

    private static bool Is(HeaderDefinition header, string name) =>
        header.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase);
}
