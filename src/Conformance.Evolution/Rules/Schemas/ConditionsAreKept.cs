using System.Text.Json.Nodes;
using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Keywords that tie one part of a value to another stay as they are.</summary>
internal sealed class ConditionsAreKept()
    : SchemaRule(
        "EVO-317",
        "Conditions are kept",
        "What not, if, dependentRequired and their like allow cannot be compared in general: a new condition allows less, "
            + "one taken away more, and a changed one counts as breaking."
    )
{
    private static readonly string[] ForPeople = ["title", "description", "examples", "example", "$schema", "default"];

    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        foreach (var (keyword, select) in Conditions)
        {
            var old = Text(select(pair.Old), pair.Versions.Old);
            var now = Text(select(pair.New), pair.Versions.New);
            if (old == now)
            {
                continue;
            }

            yield return old is null ? Narrowed(pair, keyword, $"the condition '{keyword}' is new")
            : now is null ? Widened(pair, keyword, $"the condition '{keyword}' is gone")
            : Altered(pair, keyword, $"the condition '{keyword}' is another");
        }
    }

    private static readonly (string Keyword, Func<SchemaNode, SchemaNode?> Select)[] Conditions =
    [
        ("not", node => node.Not),
        ("if", node => node.If is null ? null : Empty(node) with { If = node.If, Then = node.Then, Else = node.Else }),
        (
            "dependentRequired",
            node =>
                node.DependentRequired.IsEmpty ? null : Empty(node) with { DependentRequired = node.DependentRequired }
        ),
        // Where both versions have them, these are compared value by value, so that only their being there counts.
        ("contains", node => node.Contains is null ? null : Empty(node)),
        ("propertyNames", node => node.PropertyNames is null ? null : Empty(node)),
        (
            "prefixItems",
            node =>
                node.PrefixItems.IsEmpty ? null : Empty(node) with { PrefixItems = [.. node.PrefixItems.Select(Empty)] }
        ),
        (
            "patternProperties",
            node =>
                node.PatternProperties.IsEmpty
                    ? null
                    : Empty(node) with
                    {
                        PatternProperties =
                        [
                            .. node.PatternProperties.Select(p => KeyValuePair.Create(p.Key, Empty(p.Value))),
                        ],
                    }
        ),
        ("items", node => node.Items is null ? null : Empty(node)),
        ("allOf", node => node.AllOf.IsEmpty ? null : Empty(node) with { AllOf = node.AllOf }),
    ];

    private static SchemaNode Empty(SchemaNode node) => new() { Location = node.Location };

    private static string? Text(SchemaNode? node, IntegrationSpecification specification)
    {
        if (node is null)
        {
            return null;
        }

        var json = JsonNode.Parse(ContractSchema.Create(node, specification).ToJson());
        Strip(json);
        return json!.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Strip(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var name in ForPeople.Where(n => members[n] is JsonValue or JsonArray))
            {
                members.Remove(name);
            }

            foreach (var (_, value) in members)
            {
                Strip(value);
            }
        }
    }
}
