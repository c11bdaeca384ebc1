using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>Clients may go on repeating what they repeated.</summary>
internal sealed class RetryRulesAreKept()
    : EvolutionRule(
        "EVO-503",
        "Retry rules are kept",
        "A client that repeats by the old rule breaks a stricter one: it hammers, or does a thing twice. Fewer repetitions are never wrong."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var (old, now, subject) in ErrorPairs.Of(pair))
        {
            // Prose that cannot be read cannot be ranked either; the linter asks for its structured form (ERR-106).
            if (old.Retry is not { } before || now.Retry is not { } after)
            {
                continue;
            }

            var at = subject with
            {
                Old = old.RetryStrategy?.Location ?? subject.Old,
                New = now.RetryStrategy?.Location ?? subject.New,
            };
            if (before.Kind != after.Kind)
            {
                yield return Found(
                    before.Kind == RetryKind.None ? Impacts.OnNobody : Impacts.OnConsumers,
                    at,
                    $"clients are to {Words(after.Kind)}, were to {Words(before.Kind)}"
                );
                continue;
            }

            foreach (
                var change in Demand(
                        at,
                        "the number of attempts",
                        In(before.MaxAttempts, at.Old),
                        In(after.MaxAttempts, at.New),
                        (a, b) => a.CompareTo(b)
                    )
                    .Concat(
                        Demand(
                            at,
                            "the first pause",
                            In(before.InitialDelay, at.Old),
                            In(after.InitialDelay, at.New),
                            (a, b) => b.CompareTo(a)
                        )
                    )
            )
            {
                yield return change;
            }
        }
    }

    private static string Words(RetryKind kind) =>
        kind switch
        {
            RetryKind.None => "not try again",
            RetryKind.OnceAfterRefresh => "get a new token and try once more",
            RetryKind.AfterHeader => "wait as the answer says",
            RetryKind.Backoff => "try again after growing pauses",
            _ => "look at the state first",
        };
}
