using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>An error code comes with the status it came with.</summary>
internal sealed class ErrorCodesKeepTheirStatus()
    : EvolutionRule(
        "EVO-502",
        "Error codes keep their status",
        "HTTP clients decide by status first: whether to retry, to renew a token, or to give up."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        ErrorPairs
            .Of(pair)
            .SelectMany(e => Agreement(e.Subject, "the status", e.Old.HttpStatus, e.New.HttpStatus))
            .Select(c => c with { Direction = Direction.ToConsumer });
}
