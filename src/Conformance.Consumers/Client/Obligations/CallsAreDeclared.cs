using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Only declared operations are called (STANDARDS CLI-24).</summary>
internal sealed class CallsAreDeclared : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        [
            Case(
                ScenarioKind.HappyPath,
                "calls-are-declared",
                "The client calls declared operations only",
                Demand.Contract(
                    "endpoints",
                    "The consumer MUST call only operations that the specification declares.",
                    specification.Endpoints.FirstOrDefault()?.Location ?? SourceLocation.None,
                    "CLI-24"
                ),
                [],
                Judge
            ),
        ];

    private static Ruling Judge(Observation seen) =>
        seen.Calls.Any(c => !c.IsForToken)
            ? Ruling.By(
                from call in seen.Calls
                where call is { IsForToken: false, Endpoint: null }
                group call by call.Line into same
                select new Evidence(
                    $"script {same.First().Script}, {same.Key}",
                    "a declared method and path",
                    $"{same.Key}, which no endpoint declares",
                    "call a declared operation, or declare this one under endpoints",
                    same.First()
                )
            )
            : NotSeen(seen, "the client called nothing", Ordinary.Title);
}
