using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>Error codes that consumers decide by stay.</summary>
internal sealed class ErrorCodesAreKept()
    : EvolutionRule(
        "EVO-501",
        "Error codes are kept",
        "What a code told is told by another, or not at all: the branch that handled it is never reached. A new code is handled by its status."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var (old, now) in Matching.By(pair.Old.ErrorCodes, pair.New.ErrorCodes, c => c.Code.Value))
        {
            if (old is not null && now is not null)
            {
                continue;
            }

            yield return Found(
                now is null ? Impacts.OnConsumers : Impacts.OnProvider,
                pair.Section($"error {(now ?? old)!.Code.Value}", old?.Code.Location, now?.Code.Location),
                now is null ? "the error code is gone" : "the error code is new"
            ) with
            {
                Direction = Direction.ToConsumer,
            };
        }
    }
}
