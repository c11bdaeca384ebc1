using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>An operation stays where it is.</summary>
internal sealed class OperationsKeepTheirAddress()
    : EvolutionRule(
        "EVO-102",
        "Operations keep method and path",
        "Requests to the old address are not answered any more; names of path parameters do not travel and may change."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            var (old, now) = (operation.Old, operation.New);
            if (old.Method.Value != now.Method.Value)
            {
                yield return Found(
                    Impacts.OnBoth,
                    operation.Subject,
                    $"the method is {now.Method.Value}, was {old.Method.Value}"
                );
            }

            if (SpecificationPair.Shape(old.Path.Value) != SpecificationPair.Shape(now.Path.Value))
            {
                yield return Found(
                    Impacts.OnBoth,
                    new Subject(operation.Name, old.Path.Location, now.Path.Location),
                    $"the path is {Phrase.Of(now.Path.Value)}, was {Phrase.Of(old.Path.Value)}"
                );
            }
        }
    }
}
