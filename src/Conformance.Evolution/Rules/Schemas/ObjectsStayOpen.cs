using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Objects stay as open, or as closed, as they are.</summary>
internal sealed class ObjectsStayOpen()
    : SchemaRule(
        "EVO-315",
        "Objects stay as open as they are",
        "Requests with properties of the consumer's own are refused when the list is closed; strict consumers refuse responses when it is opened."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (Openness(pair.Old, pair.Direction), Openness(pair.New, pair.Direction));
        if (old == now || !IsObject(pair.Old) || !IsObject(pair.New))
        {
            yield break;
        }

        var message = $"undeclared properties are {Words(now)}, were {Words(old)}";
        yield return now < old
            ? Narrowed(pair, "additionalProperties", message)
            : Widened(pair, "additionalProperties", message);
    }

    // A provider may refuse what is left open; a consumer must live with it.
    private static int Openness(SchemaNode node, Direction direction) =>
        node.AdditionalProperties is not null
            ? 1
            : node.AdditionalPropertiesAllowed switch
            {
                false => 0,
                null when direction == Direction.ToProvider => 2,
                _ => 3,
            };

    private static string Words(int openness) =>
        openness switch
        {
            0 => "forbidden",
            1 => "bound to a schema",
            2 => "left open",
            _ => "allowed",
        };

    private static bool IsObject(SchemaNode node) => (JsonTypeSets.WithoutNull(node.Types) & JsonTypes.Object) != 0;
}
