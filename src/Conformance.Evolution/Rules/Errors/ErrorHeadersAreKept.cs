using Conformance.Evolution.Pairs;
using Conformance.Evolution.Rules.Responses;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>The headers of an error stay.</summary>
internal sealed class ErrorHeadersAreKept()
    : EvolutionRule(
        "EVO-505",
        "Headers of errors are kept",
        "A client that waits as Retry-After says cannot know how long when the header is gone."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        ErrorPairs
            .Of(pair)
            .SelectMany(e => HeaderComparison.Of(e.Old.Headers, e.New.Headers, e.Subject))
            .Select(h => Found(h.Impacts, h.Subject, h.Message) with { Direction = Direction.ToConsumer });
}
