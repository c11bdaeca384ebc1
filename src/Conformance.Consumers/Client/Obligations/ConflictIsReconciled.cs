using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A conflict is looked into before anything is tried again (STANDARDS CLI-12). Surfacing it is fine too.</summary>
internal sealed class ConflictIsReconciled : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code.Retry?.Kind is RetryKind.Reconcile
        let script = ErrorCodeScript.NameFor(specification, code)
        where script is not null
        select Case(
            ScenarioKind.EdgeCases,
            $"conflict-is-reconciled/{code.Code.Value}",
            $"{code.HttpStatus.Value} {code.Code.Value} is looked into before anything is tried again",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy",
                $"The consumer MUST read the current state before it tries again after {code.Code.Value}.",
                code.RetryStrategy!.Location,
                "CLI-12"
            ),
            [script],
            seen => Judge(seen, script)
        );

    private static Ruling Judge(Observation seen, string script)
    {
        LogicalCall[] calls = [.. seen.Provoked(script).Select(p => p.Call).Where(c => c.IsCertain)];
        if (calls.Length == 0)
        {
            return NotSeen(seen, "the client made no call that could be refused and told apart", script);
        }

        var trace = seen.In(script)!;
        return Ruling.By(
            from call in calls
            from pair in call.Attempts.Zip(call.Attempts.Skip(1))
            where !trace.ApiCalls.Any(c => c.IsSafe && c.At > pair.First.At && c.At < pair.Second.At)
            select new Evidence(
                $"{In(trace)}, {call.First.Line}",
                "a read of the resource, or no further attempt",
                $"a blind repetition: {Timeline.Of(call.Attempts)}",
                "read the resource and decide anew, or surface the conflict",
                pair.Second
            )
        );
    }
}
