using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Texts keep their lengths.</summary>
internal sealed class LengthsAreKept()
    : SchemaRule(
        "EVO-311",
        "Lengths of texts are kept",
        "Texts that were fine are refused when less is allowed; texts that are cut off, or do not fit a column, arrive when more is."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        [
            .. Bound(
                pair,
                "minLength",
                "the least length",
                pair.Old.MinLength,
                pair.New.MinLength,
                greaterIsNarrower: true
            ),
            .. Bound(
                pair,
                "maxLength",
                "the greatest length",
                pair.Old.MaxLength,
                pair.New.MaxLength,
                greaterIsNarrower: false
            ),
        ];
}
