using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Calls that need a token at the same time share one request for it (STANDARDS CLI-05).</summary>
internal sealed class RefreshIsSingle : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "refresh-is-single",
                    "Calls that need a token at the same time share one token request",
                    Demand.Proposal(
                        "token_refresh.single",
                        "The consumer SHOULD ask for one token at a time.",
                        endpoint.Location,
                        "CLI-05"
                    ),
                    [],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        var together = Overlapping(seen.Calls.Where(c => c.IsForToken)).FirstOrDefault();
        if (together is not null)
        {
            return Ruling.BrokenBy(
                new(
                    $"script {together.Script}",
                    "one token request at a time",
                    "a token request while another was under way",
                    "let calls that need a token wait for the one request",
                    together
                )
            );
        }

        return Overlapping(seen.Calls.Where(c => !c.IsForToken)).Any()
            ? Ruling.Holds
            : new Ruling.DoesNotApply("the client never makes calls at the same time");
    }

    private static IEnumerable<SeenCall> Overlapping(IEnumerable<SeenCall> calls) =>
        calls
            .GroupBy(c => c.Script)
            .SelectMany(g => g.Zip(g.Skip(1)).Where(p => p.Second.At < p.First.EndedAt).Select(p => p.Second));
}
