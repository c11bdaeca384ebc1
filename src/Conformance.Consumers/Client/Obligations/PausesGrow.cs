using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Repetitions come after growing pauses (STANDARDS CLI-17, CLI-18).</summary>
internal sealed class PausesGrow : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code.Retry?.Kind is RetryKind.Backoff
        let script = ErrorCodeScript.NameFor(specification, code)
        where script is not null
        select Case(
            ScenarioKind.EdgeCases,
            $"pauses-grow/{code.Code.Value}",
            $"{code.HttpStatus.Value} {code.Code.Value} is repeated after growing pauses",
            Requirement(code),
            [script],
            seen => Judge(seen, script, code.Retry!)
        );

    // STANDARDS CLI-18: a server that is unavailable SHOULD be given time; any other backoff is an order.
    private static Requirement Requirement(ErrorCode code)
    {
        var id = $"error_codes.{code.Code.Value}.retry_strategy";
        var location = code.RetryStrategy!.Location;
        return code.HttpStatus.Value is 503
            ? Demand.Advice(
                id,
                $"The consumer SHOULD repeat a request that failed with {code.Code.Value} after growing pauses.",
                location,
                "CLI-18"
            )
            : Demand.Contract(
                id,
                $"The consumer MUST repeat a request that failed with {code.Code.Value} after growing pauses.",
                location,
                "CLI-17"
            );
    }

    private static Ruling Judge(Observation seen, string script, RetryStrategy strategy)
    {
        if (
            seen.Provoked(script).Where(p => p.Call.IsCertain).FirstOrDefault()
            is not { Call: { } call, Trace: { } trace }
        )
        {
            return NotSeen(seen, "the client made no call that could fail and be told apart", script);
        }

        if (!call.IsRetried)
        {
            return NotRepeated(seen, trace, call);
        }

        var pauses = call.Pauses;
        if (strategy.InitialDelay is { } least && pauses[0] < least * 0.75)
        {
            return Ruling.BrokenBy(Short(trace, call, $"a first pause of {Timeline.Seconds(least)}"));
        }

        return Backoff.Of(pauses) switch
        {
            Backoff.Growth.None => Ruling.BrokenBy(
                Short(trace, call, "a pause before each repetition, each longer than the last")
            ),
            Backoff.Growth.Unknown => new Ruling.NotProvoked(
                $"the client repeated the request once only, so no pause could grow; {trace.EndText}"
            ),
            Backoff.Growth.Growing => Ruling.Holds,
            _ => Weigh(seen, script, Short(trace, call, "each pause longer than the last, jitter aside"), pauses),
        };
    }

    // Random pauses need not grow each time. Broken is what no jitter does: the same pause, or a shrinking one, each time.
    private static Ruling Weigh(
        Observation seen,
        string script,
        Evidence evidence,
        IReadOnlyCollection<TimeSpan> pauses
    )
    {
        IReadOnlyCollection<TimeSpan>[] others =
        [
            .. seen
                .Traces.Where(t => t.Script != script)
                .SelectMany(t => seen.Provoked(t.Script))
                .Where(p => p.Call.First.Answer?.Header("Retry-After") is null)
                .Select(p => (IReadOnlyCollection<TimeSpan>)p.Call.Pauses)
                .Where(p => p.Count > 1),
        ];
        var isBroken =
            others.Length == 0
                ? Backoff.IsExact(pauses)
                : others.Append(pauses).All(Backoff.IsFixed) || others.Append(pauses).All(Backoff.IsShrinking);
        return isBroken ? Ruling.BrokenBy(evidence) : new Ruling.Doubtful(evidence);
    }

    private static Ruling NotRepeated(Observation seen, ScriptTrace trace, LogicalCall call)
    {
        if (trace.End?.IsByItself is not true || (call.First.Key is null && !call.First.IsIdempotent))
        {
            return NotSeen(seen, $"{call.First.Line} failed once and was not repeated", trace.Script);
        }

        return Ruling.BrokenBy(
            new(
                $"{In(trace)}, {call.First.Line}",
                "a repetition after a pause: the request is safe to repeat",
                $"none: {call.First.Outcome}, then {trace.EndText}",
                "repeat this error as its retry_strategy says",
                call.First
            )
        );
    }

    private static Evidence Short(ScriptTrace trace, LogicalCall call, string expected) =>
        new(
            $"{In(trace)}, {call.First.Line}",
            expected,
            $"pauses of {Told(call.Pauses)}",
            "double the pause with each repetition, with some jitter",
            call.Attempts[^1]
        );
}
