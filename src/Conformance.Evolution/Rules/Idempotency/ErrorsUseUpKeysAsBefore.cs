using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>Whether an error uses up a key stays the same.</summary>
internal sealed class ErrorsUseUpKeysAsBefore()
    : EvolutionRule(
        "EVO-606",
        "Whether errors use up a key is kept",
        "A client that corrects a request and repeats it under its key is told of the old error for ever, or does it twice."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        KeyPairs
            .Of(pair)
            .SelectMany(k =>
                Terms.SelectMany(t =>
                    Promise(k.Subject, t.What, In(t.Of(k.Old), k.Old.Location), In(t.Of(k.New), k.New.Location))
                )
            );

    private static readonly (string What, Func<IdempotencyRules, string?> Of)[] Terms =
    [
        ("what becomes of errors before execution", r => r.ErrorsBeforeExecution),
        ("what becomes of business errors", r => r.BusinessErrors),
        ("what becomes of server errors", r => r.ServerErrors),
    ];
}
