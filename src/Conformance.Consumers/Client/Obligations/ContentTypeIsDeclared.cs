using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Bodies are of the declared type (STANDARDS CLI-24).</summary>
internal sealed class ContentTypeIsDeclared : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Endpoints.FirstOrDefault(e => e.Request is not null) is { Request: { } body }
            ?
            [
                Case(
                    ScenarioKind.HappyPath,
                    "content-type-is-declared",
                    "The client says what its bodies are",
                    Demand.Contract(
                        "content_type",
                        "The consumer MUST send bodies with the declared Content-Type.",
                        body.ContentType.Location,
                        "CLI-24"
                    ),
                    [],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        var calls = seen.Calls.Where(c => c.Endpoint?.Request is not null).ToArray();
        return calls.Length == 0
            ? NotSeen(seen, "the client sent no body", Ordinary.Title)
            : Ruling.By(
                from call in calls
                let declared = MediaType(call.Endpoint!.Request!.ContentType.Value)
                let sent = call.Arrival.Header("Content-Type")
                where !declared.Equals(MediaType(sent), StringComparison.OrdinalIgnoreCase)
                group sent by (call.Endpoint!.Name, declared, Sent: sent ?? "none") into same
                select new Evidence(
                    $"{same.Key.Name}, Content-Type",
                    same.Key.declared,
                    $"{same.Key.Sent}, in {same.Count()} calls",
                    $"send Content-Type: {same.Key.declared}",
                    calls.First(c => c.Endpoint!.Name == same.Key.Name)
                )
            );
    }

    private static string MediaType(string? value) => (value ?? "").Split(';')[0].Trim();
}
