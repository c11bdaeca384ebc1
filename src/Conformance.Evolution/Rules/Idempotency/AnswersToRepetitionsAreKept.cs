using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>A repeated key is answered as it was.</summary>
internal sealed class AnswersToRepetitionsAreKept()
    : EvolutionRule(
        "EVO-605",
        "Answers to repeated keys are kept",
        "A client tells by status and code whether its first request was done, is being done, or was another."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        KeyPairs
            .Of(pair)
            .SelectMany(k =>
                Outcome(k.Subject, "a replay", k.Old.OnReplay, k.New.OnReplay)
                    .Concat(Outcome(k.Subject, "a key with another payload", k.Old.OnMismatch, k.New.OnMismatch))
                    .Concat(Outcome(k.Subject, "a key in use", k.Old.OnInFlight, k.New.OnInFlight))
            );

    private IEnumerable<Change> Outcome(Subject subject, string what, IdempotencyOutcome? old, IdempotencyOutcome? now)
    {
        var at = subject.Part(what) with { Old = old?.Location ?? subject.Old, New = now?.Location ?? subject.New };
        return
        [
            .. Promise(at, "the status", old?.Status, now?.Status),
            .. Promise(at, "the error code", old?.ErrorCode, now?.ErrorCode),
            .. Promise(at, "the body", In(old?.Body, old?.Location), In(now?.Body, now?.Location)),
            .. Promise(
                at,
                "the header that marks it",
                In(old?.MarkerHeader?.ToLowerInvariant(), old?.Location),
                In(now?.MarkerHeader?.ToLowerInvariant(), now?.Location)
            ),
            .. Promise(at, "Retry-After", Flag(old), Flag(now)),
            .. Fields(at, "repeats", old?.MatchFields ?? [], now?.MatchFields ?? []),
            .. Fields(at, "has", old?.BodyFields ?? [], now?.BodyFields ?? []),
        ];
    }

    private IEnumerable<Change> Fields(
        Subject at,
        string verb,
        IReadOnlyList<string> olds,
        IReadOnlyList<string> news
    ) =>
        olds.Except(news)
            .Select(f => Found(Impacts.OnConsumers, at, $"the answer no longer {verb} '{f}'"))
            .Concat(news.Except(olds).Select(f => Found(Impacts.OnProvider, at, $"the answer {verb} '{f}'")));

    private static Located<bool>? Flag(IdempotencyOutcome? outcome) =>
        outcome?.RetryAfter == true ? In<bool>(true, outcome.Location) : null;
}
