using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Names that generated code is made of stay the same.</summary>
internal sealed class OperationsKeepTheirNames()
    : EvolutionRule(
        "EVO-103",
        "Operations keep their names",
        "Operation ids and names of path parameters do not travel, so that nothing breaks on the wire; generated clients and documents change."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            if (operation.Old.OperationId.Value != operation.New.OperationId.Value)
            {
                yield return Found(
                    Impacts.OnNobody,
                    new Subject(operation.Name, operation.Old.OperationId.Location, operation.New.OperationId.Location),
                    $"the operation id is {Phrase.Of(operation.New.OperationId.Value)}, was {Phrase.Of(operation.Old.OperationId.Value)}"
                );
            }

            foreach (
                var (old, now) in operation
                    .Old.PathParameters.Zip(operation.New.PathParameters)
                    .Where(p => p.First.Name.Value != p.Second.Name.Value)
            )
            {
                yield return Found(
                    Impacts.OnNobody,
                    new Subject(operation.Name, old.Name.Location, now.Name.Location),
                    $"the path parameter is called {Phrase.Of(now.Name.Value)}, was {Phrase.Of(old.Name.Value)}"
                );
            }
        }
    }
}
