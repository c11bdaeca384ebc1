using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A slow answer is waited for (STANDARDS CLI-30); how long is the client's own affair unless somebody says so.</summary>
internal sealed class SlowAnswersAreAwaited : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        [
            Case(
                ScenarioKind.EdgeCases,
                "slow-answers-are-awaited",
                "A slow answer is waited for",
                Demand.Proposal(
                    "responses.slow",
                    $"The consumer SHOULD wait {ScriptTimes.SlowAnswer.TotalSeconds:0} s for an answer.",
                    specification.Endpoints.FirstOrDefault()?.Location ?? SourceLocation.None,
                    "CLI-30"
                ),
                [Slow.Title],
                Judge
            ),
        ];

    private static Ruling Judge(Observation seen)
    {
        var call = seen.In(Slow.Title)?.ApiCalls.FirstOrDefault(c => c.Intervention is not null);
        return call switch
        {
            null => NotSeen(seen, "the client made no call", Slow.Title),
            { Succeeded: true } => Ruling.Holds,
            _ => new Ruling.Observed(
                new(
                    $"script {Slow.Title}, {call.Line}",
                    "any timeout: the specification names none",
                    $"the client gave up after {Timeline.Seconds(call.EndedAt - call.At)}",
                    "nothing, unless answers may be that slow",
                    call
                )
            ),
        };
    }
}
