using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>What people read about a field.</summary>
internal sealed class FieldTextsAreTold()
    : SchemaRule(
        "EVO-923",
        "Descriptions and examples of fields are told",
        "They change nothing that travels, but what a field means is what readers look up most."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        if (Phrase.Normal(pair.Old.Description) != Phrase.Normal(pair.New.Description))
        {
            yield return At(pair, "description", "the description reads differently", Impacts.OnReaders);
        }

        if (pair.Old.Deprecated != pair.New.Deprecated)
        {
            yield return At(
                pair,
                "deprecated",
                pair.New.Deprecated ? "it is deprecated" : "it is not deprecated any more",
                Impacts.OnReaders
            );
        }

        if (Examples(pair.Old) != Examples(pair.New))
        {
            yield return At(
                pair,
                pair.New.KeywordLocations.ContainsKey("examples") ? "examples" : "example",
                "the examples are others",
                Impacts.OnReaders
            );
        }
    }

    private static string Examples(SchemaNode node) =>
        node.InferredFromExample ? "" : string.Join(", ", node.Examples.Select(e => e.Value.GetRawText()));
}
