using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Writing;

namespace Conformance.OpenApi.Export;

/// <summary>Schemas of the dialect as schemas of OpenAPI 3.1, which are JSON Schema 2020-12.</summary>
internal sealed partial class SchemaExport
{
    private readonly Dictionary<string, string> components = new(StringComparer.Ordinal);

    public SchemaExport(IEnumerable<DataModel> models, params IEnumerable<string> taken)
    {
        var used = taken.ToHashSet(StringComparer.Ordinal);
        foreach (var model in models.Select(m => m.Name.Value))
        {
            var name = Odd().Replace(model, "_");
            var unique = name;
            for (var number = 2; !used.Add(unique); number++)
            {
                unique = FormattableString.Invariant($"{name}_{number}");
            }

            components[model] = unique;
        }
    }

    /// <summary>The name of a data model among the components.</summary>
    public string ComponentOf(string model) => components[model];

    /// <summary>A reference to a component.</summary>
    public static DraftMapping To(string component) =>
        new DraftBuilder().Add("$ref", "#/components/schemas/" + component).Build();

    /// <summary>A schema.</summary>
    public DraftMapping Of(SchemaNode node) => Builder(node).Build();

    /// <summary>A schema without its description, for owners that have one of their own.</summary>
    public DraftMapping Undescribed(SchemaNode node) => Of(node with { Description = null });

    /// <summary>The flag of a parameter or header, which have it themselves; null for none.</summary>
    public static DraftScalar? Deprecated(SchemaNode node) => node.Deprecated ? new("true", true) : null;

    private DraftBuilder Builder(SchemaNode node)
    {
        var schema = new DraftBuilder();
        schema.Add("$ref", node.Reference is { } model ? "#/components/schemas/" + ComponentOf(model.Value) : null);
        schema.Add("title", node.Title).Add("description", node.Description);
        Types(node, schema);
        schema.Add("const", node.Const is { } constant ? DraftJson.Of(constant) : null);
        Values("enum", node.Enum, schema);
        Count("minLength", node.MinLength, schema);
        Count("maxLength", node.MaxLength, schema);
        schema.Add("pattern", node.Pattern).Add("format", node.Format);
        Number("minimum", node.Minimum, schema);
        Number("exclusiveMinimum", node.ExclusiveMinimum, schema);
        Number("maximum", node.Maximum, schema);
        Number("exclusiveMaximum", node.ExclusiveMaximum, schema);
        Number("multipleOf", node.MultipleOf, schema);
        Objects(node, schema);
        Arrays(node, schema);
        Combinations(node, schema);
        schema.Add("default", node.Default is { } value ? DraftJson.Of(value) : null);
        Values("examples", [.. node.Examples.Select(e => e.Value)], schema);
        Flag("readOnly", node.ReadOnly, schema);
        Flag("writeOnly", node.WriteOnly, schema);
        Flag("deprecated", node.Deprecated, schema);
        return schema;
    }

    private static void Types(SchemaNode node, DraftBuilder schema)
    {
        var names = SchemaNodes.NamesOf(node.Types);
        if (names.Length == 1)
        {
            schema.Add("type", names[0]);
        }
        else
        {
            schema.Add("type", names);
        }
    }

    private void Objects(SchemaNode node, DraftBuilder schema)
    {
        schema.Add("required", node.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value));
        Map("properties", node.Properties.Select(p => KeyValuePair.Create(p.Name.Value, p.Schema)), schema);
        Map("patternProperties", node.PatternProperties, schema);
        if (node.AdditionalProperties is null && node.AdditionalPropertiesAllowed is { } allowed)
        {
            schema.Add("additionalProperties", allowed);
        }

        Child("additionalProperties", node.AdditionalProperties, schema);
        Child("propertyNames", node.PropertyNames, schema);
        var dependent = new DraftBuilder();
        foreach (var (name, names) in node.DependentRequired)
        {
            dependent.Add(name, new DraftList([.. names.Select(n => new DraftScalar(n))]));
        }

        schema.Add("dependentRequired", dependent);
        Count("minProperties", node.MinProperties, schema);
        Count("maxProperties", node.MaxProperties, schema);
    }

    private void Arrays(SchemaNode node, DraftBuilder schema)
    {
        List("prefixItems", node.PrefixItems, schema);
        Child("items", node.Items, schema);
        if (node.Items is null && node.PrefixItems.IsEmpty && (node.Types & JsonTypes.Array) != 0)
        {
            // Says nothing, but tools written for 3.0 miss it.
            schema.Add("items", new DraftMapping([]));
        }

        Child("contains", node.Contains, schema);
        Count("minItems", node.MinItems, schema);
        Count("maxItems", node.MaxItems, schema);
        Flag("uniqueItems", node.UniqueItems, schema);
    }

    private void Combinations(SchemaNode node, DraftBuilder schema)
    {
        List("allOf", node.AllOf, schema);
        List("anyOf", node.AnyOf, schema);
        List("oneOf", node.OneOf, schema);
        Child("not", node.Not, schema);
        Child("if", node.If, schema);
        Child("then", node.Then, schema);
        Child("else", node.Else, schema);
    }

    private void Child(string keyword, SchemaNode? node, DraftBuilder schema) =>
        schema.Add(keyword, node is null ? null : Of(node));

    private void List(string keyword, ImmutableArray<SchemaNode> nodes, DraftBuilder schema) =>
        schema.Add(keyword, nodes.IsEmpty ? null : new DraftList([.. nodes.Select(Of)]));

    private void Map(string keyword, IEnumerable<KeyValuePair<string, SchemaNode>> nodes, DraftBuilder schema)
    {
        var map = new DraftBuilder();
        foreach (var (name, node) in nodes)
        {
            map.Add(name, Of(node));
        }

        schema.Add(keyword, map);
    }

    private static void Values(
        string keyword,
        ImmutableArray<System.Text.Json.JsonElement> values,
        DraftBuilder schema
    ) => schema.Add(keyword, values.IsEmpty ? null : new DraftList([.. values.Select(DraftJson.Of)]));

    private static void Count(string keyword, int? count, DraftBuilder schema) => Number(keyword, count, schema);

    private static void Number(string keyword, decimal? number, DraftBuilder schema) =>
        schema.Add(
            keyword,
            number is { } value ? new DraftScalar(value.ToString(CultureInfo.InvariantCulture), true) : null
        );

    private static void Flag(string keyword, bool flag, DraftBuilder schema)
    {
        if (flag)
        {
            schema.Add(keyword, true);
        }
    }

    /// <summary>OpenAPI 3.1, components object: keys match <c>^[a-zA-Z0-9\.\-_]+$</c>.</summary>
    [GeneratedRegex(@"[^a-zA-Z0-9._-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Odd();
}
