using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A value keeps its format.</summary>
internal sealed class FormatsAreKept()
    : SchemaRule(
        "EVO-306",
        "Formats are kept",
        "A date that was a date and time, or an identifier that was a UUID, is refused or misread by whoever relies on the format."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (pair.Old.Format, pair.New.Format);
        if (old == now)
        {
            yield break;
        }

        yield return old is null ? Narrowed(pair, "format", $"the format is '{now}', was left open")
        : now is null ? Widened(pair, "format", $"the format is left open, was '{old}'")
        : Altered(pair, "format", $"the format is '{now}', was '{old}'");
    }
}
