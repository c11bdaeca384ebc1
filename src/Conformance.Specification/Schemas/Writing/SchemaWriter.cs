using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Writing;

/// <summary>
/// Writes a schema of the specification as JSON Schema 2020-12. Data models become <c>definitions</c>, a name that every
/// draft and every tool understands, and are only referred to by pointers into it. Same schema, same bytes.
/// </summary>
internal sealed class SchemaWriter
{
    private readonly Dictionary<string, SchemaNode> nodes = new(StringComparer.Ordinal);
    private readonly Utf8JsonWriter json;
    private readonly KeywordWriter keywords;

    private SchemaWriter(Utf8JsonWriter json)
    {
        this.json = json;
        keywords = new KeywordWriter(json);
    }

    /// <summary>Writes a schema and the data models that it needs.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="specification">Has the data models; null when there are none.</param>
    public static WrittenSchema Write(SchemaNode root, IntegrationSpecification? specification)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, KeywordWriter.Options);
        var writer = new SchemaWriter(json);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteMembers(root, "");
        writer.WriteDefinitions(Needed(root, specification));
        json.WriteEndObject();
        json.Flush();
        return new(Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n", writer.nodes);
    }

    // Only what is needed is touched: a specification has as many schemas as it has models.
    private static List<DataModel> Needed(SchemaNode root, IntegrationSpecification? specification)
    {
        var needed = new SortedSet<int>();
        var pending = new Queue<SchemaNode>([root]);
        while (specification is not null && pending.TryDequeue(out var node))
        {
            foreach (var name in ReferencesOf(node))
            {
                if (specification.ModelOrder.TryGetValue(name, out var index) && needed.Add(index))
                {
                    pending.Enqueue(specification.DataModels[index].Schema);
                }
            }
        }

        return [.. needed.Select(index => specification!.DataModels[index])];
    }

    private static IEnumerable<string> ReferencesOf(SchemaNode node)
    {
        var own = node.Reference is null ? [] : new[] { node.Reference.Value };
        return own.Concat(SchemaNodes.ChildrenOf(node).SelectMany(ReferencesOf));
    }

    private void WriteDefinitions(List<DataModel> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        json.WriteStartObject("definitions");
        foreach (var model in models)
        {
            WriteSchema(model.Name.Value, model.Schema, "/definitions/" + JsonPath.Escape(model.Name.Value));
        }

        json.WriteEndObject();
    }

    private void WriteSchema(string? name, SchemaNode node, string pointer)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        WriteMembers(node, pointer);
        json.WriteEndObject();
    }

    private void WriteMembers(SchemaNode node, string pointer)
    {
        nodes[pointer] = node;
        keywords.Text("title", node.Title);
        keywords.Text("description", node.Description);
        WriteReference(node, pointer);
        keywords.Types(node.Types);
        keywords.Value("const", node.Const);
        keywords.Values("enum", node.Enum);
        WriteStringKeywords(node);
        WriteNumberKeywords(node);
        WriteObjectKeywords(node, pointer);
        WriteArrayKeywords(node, pointer);
        WriteCombinations(node, pointer);
        keywords.Value("default", node.Default);
        keywords.Values("examples", [.. node.Examples.Select(example => example.Value)]);
        keywords.Flag("readOnly", node.ReadOnly);
        keywords.Flag("writeOnly", node.WriteOnly);
        keywords.Flag("deprecated", node.Deprecated);
    }

    // Older tools ignore what stands beside $ref, so a reference with company goes into allOf.
    private void WriteReference(SchemaNode node, string pointer)
    {
        if (node.Reference is not null && !SchemaNodes.HasCompany(node))
        {
            WriteReferenceTo(node.Reference.Value);
        }
    }

    private void WriteReferenceTo(string name) =>
        json.WriteString("$ref", "#/definitions/" + Uri.EscapeDataString(JsonPath.Escape(name)));

    private void WriteStringKeywords(SchemaNode node)
    {
        keywords.Count("minLength", node.MinLength);
        keywords.Count("maxLength", node.MaxLength);
        keywords.Text("pattern", node.Pattern);
        keywords.Text("format", node.Format is null ? null : SchemaFormats.Normalize(node.Format));
    }

    private void WriteNumberKeywords(SchemaNode node)
    {
        keywords.Number("minimum", node.Minimum);
        keywords.Number("exclusiveMinimum", node.ExclusiveMinimum);
        keywords.Number("maximum", node.Maximum);
        keywords.Number("exclusiveMaximum", node.ExclusiveMaximum);
        keywords.Number("multipleOf", node.MultipleOf);
    }

    private void WriteObjectKeywords(SchemaNode node, string pointer)
    {
        keywords.Names("required", [.. node.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value)]);
        WriteMap("properties", [.. node.Properties.Select(p => KeyValuePair.Create(p.Name.Value, p.Schema))], pointer);
        WriteMap("patternProperties", node.PatternProperties, pointer);
        if (node.AdditionalProperties is null && node.AdditionalPropertiesAllowed is { } allowed)
        {
            json.WriteBoolean("additionalProperties", allowed);
        }

        WriteChild("additionalProperties", node.AdditionalProperties, pointer);
        WriteChild("propertyNames", node.PropertyNames, pointer);
        keywords.NameLists("dependentRequired", node.DependentRequired);
        keywords.Count("minProperties", node.MinProperties);
        keywords.Count("maxProperties", node.MaxProperties);
    }

    private void WriteArrayKeywords(SchemaNode node, string pointer)
    {
        WriteList("prefixItems", node.PrefixItems, pointer);
        WriteChild("items", node.Items, pointer);
        WriteChild("contains", node.Contains, pointer);
        keywords.Count("minItems", node.MinItems);
        keywords.Count("maxItems", node.MaxItems);
        keywords.Flag("uniqueItems", node.UniqueItems);
    }

    private void WriteCombinations(SchemaNode node, string pointer)
    {
        WriteList("allOf", node.AllOf, pointer, SchemaNodes.HasCompany(node) ? node.Reference : null);
        WriteList("anyOf", node.AnyOf, pointer);
        WriteList("oneOf", node.OneOf, pointer);
        WriteChild("not", node.Not, pointer);
        WriteChild("if", node.If, pointer);
        WriteChild("then", node.Then, pointer);
        WriteChild("else", node.Else, pointer);
    }

    private void WriteChild(string keyword, SchemaNode? node, string pointer)
    {
        if (node is not null)
        {
            WriteSchema(keyword, node, $"{pointer}/{keyword}");
        }
    }

    private void WriteList(
        string keyword,
        ImmutableArray<SchemaNode> list,
        string pointer,
        Located<string>? reference = null
    )
    {
        if (list.IsEmpty && reference is null)
        {
            return;
        }

        json.WriteStartArray(keyword);
        if (reference is not null)
        {
            json.WriteStartObject();
            WriteReferenceTo(reference.Value);
            json.WriteEndObject();
        }

        var index = reference is null ? 0 : 1;
        foreach (var node in list)
        {
            WriteSchema(null, node, FormattableString.Invariant($"{pointer}/{keyword}/{index++}"));
        }

        json.WriteEndArray();
    }

    private void WriteMap(string keyword, ImmutableArray<KeyValuePair<string, SchemaNode>> map, string pointer)
    {
        if (map.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(keyword);
        foreach (var (name, node) in map)
        {
            WriteSchema(name, node, $"{pointer}/{keyword}/{JsonPath.Escape(name)}");
        }

        json.WriteEndObject();
    }
}
