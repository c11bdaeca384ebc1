using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>The list of data models.</summary>
internal sealed class ModelsAreTold()
    : EvolutionRule(
        "EVO-924",
        "Data models are told",
        "A model's name does not travel; what it says is compared where messages use it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        Matching
            .By(pair.Old.DataModels, pair.New.DataModels, m => m.Name.Value)
            .Where(m => m.Old is null || m.New is null)
            .Select(m =>
                Found(
                    Impacts.OnReaders,
                    pair.Section(
                        $"data model {(m.New ?? m.Old)!.Name.Value}",
                        m.Old?.Name.Location,
                        m.New?.Name.Location
                    ),
                    m.New is null ? "the model is gone" : "the model is new"
                )
            );
}
