using System.Collections.Immutable;
using Conformance.OpenApi.Reading;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>
/// Schemas of OpenAPI 3.0 and 3.1 as schemas of the dialect. Every schema that is referred to becomes a data model, so
/// that circles stay circles.
/// </summary>
internal sealed class SchemaImport(ImportContext context)
{
    private readonly SchemaNames names = new();
    private readonly Queue<(string Name, YamlNode Node)> pending = new();

    /// <summary>Takes the document's own components, used or not.</summary>
    public void TakeComponents()
    {
        var main = context.Files.Main;
        var components = main.Root.Find("components") as YamlMapping;
        foreach (var entry in components?.Entries("schemas") ?? [])
        {
            if ((entry.Value as YamlMapping)?.Find(Extensions.PartOf) is null)
            {
                Name(main, "/components/schemas/" + Escape(entry.Key.Text), entry.Value);
            }
        }
    }

    /// <summary>The data models: components in document order, then whatever else is referred to.</summary>
    public DraftBuilder Models()
    {
        var models = new DraftBuilder();
        while (pending.TryDequeue(out var next))
        {
            models.Add(next.Name, Of(next.Node));
            context.Ledger.Carried(ImportKinds.Schemas);
        }

        return models;
    }

    /// <summary>A schema; <c>{}</c> for what cannot be one.</summary>
    public Draft Of(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return node is YamlScalar { IsPlain: true, Text: "true" or "false" } flag
                ? new DraftScalar(flag.Text, true) { Origin = node.Location }
                : new DraftMapping([]) { Origin = node.Location };
        }

        if (mapping.Find("$ref") is YamlScalar reference)
        {
            return Reference(mapping, reference);
        }

        var schema = new DraftBuilder();
        Keywords(mapping, schema);
        return Nullable(mapping, schema);
    }

    /// <summary>Whether a schema leads, by references, to one that is an object or a list.</summary>
    public bool IsStructured(YamlNode? node) =>
        context.Resolve(node, "schema") is { } schema
        && (
            schema.Find("properties") is not null
            || schema.Find("additionalProperties") is YamlMapping
            || TypesOf(schema).Any(t => t is "object" or "array")
            || new[] { "allOf", "anyOf", "oneOf" }.SelectMany(schema.Items).Any(IsStructured)
        );

    /// <summary>The names under <c>type</c>.</summary>
    public static IEnumerable<string> TypesOf(YamlMapping schema) =>
        schema.Find("type") switch
        {
            YamlScalar one => [one.Text],
            YamlSequence many => many.Items.OfType<YamlScalar>().Select(t => t.Text),
            _ => [],
        };

    private Draft Reference(YamlMapping mapping, YamlScalar reference)
    {
        if (context.Files.Find(mapping, reference.Text) is not { } target)
        {
            context.Unresolved(reference, "schema");
            return new DraftMapping([]) { Origin = mapping.Location };
        }

        var schema = new DraftBuilder().Add(
            "$ref",
            "#/data_models/" + Name(target.File, target.Pointer, target.Node),
            reference.Location
        );
        // In 3.0 nothing counts beside a reference; in 3.1 everything does.
        if (!context.IsThreeZero)
        {
            Keywords(mapping, schema);
        }

        return Nullable(mapping, schema);
    }

    private string Name(OpenApiFile file, string pointer, YamlNode node)
    {
        var (name, isNew) = names.Of(file, pointer, (node as YamlMapping)?.Text(Extensions.Name));
        if (isNew)
        {
            pending.Enqueue((name, node));
        }

        return name;
    }

    private void Keywords(YamlMapping mapping, DraftBuilder schema)
    {
        foreach (var entry in mapping.Entries.Where(e => e.Key.Text != "$ref"))
        {
            Keyword(entry.Key.Text, entry.Value, mapping, schema);
        }
    }

    private void Keyword(string keyword, YamlNode value, YamlMapping owner, DraftBuilder schema)
    {
        switch (keyword)
        {
            case "items" when value is YamlMapping { Entries.IsEmpty: true }:
                break;
            case "items" or "contains" or "propertyNames" or "not" or "if" or "then" or "else":
                schema.Add(keyword, Of(value));
                break;
            case "additionalProperties":
                schema.Add(keyword, Of(value));
                break;
            case "allOf" or "anyOf" or "oneOf" or "prefixItems" when value is YamlSequence list:
                schema.Add(keyword, new DraftList([.. list.Items.Select(Of)]) { Origin = value.Location });
                break;
            case "properties" or "patternProperties" when value is YamlMapping map:
                schema.Add(keyword, Map(map));
                break;
            default:
                schema.Add(keyword, SchemaKeywords.Of(keyword, value, owner, context));
                break;
        }
    }

    private DraftMapping Map(YamlMapping map) =>
        new([.. map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Of(e.Value)))]) { Origin = map.Location };

    /// <summary>
    /// <c>nullable</c> of 3.0. Beside a type the dialect has the same word; elsewhere, on a reference or a combination,
    /// it is written as the alternative that its authors mean.
    /// </summary>
    private static DraftMapping Nullable(YamlMapping mapping, DraftBuilder schema)
    {
        var built = schema.Build(mapping.Location);
        if (!mapping.IsTrue("nullable"))
        {
            return built;
        }

        if (built.Find("type") is not null)
        {
            return Add(built, "nullable", new DraftScalar("true", true));
        }

        var isOpen = !built.Entries.Any(e =>
            e.Key is "$ref" or "allOf" or "anyOf" or "oneOf" or "not" or "enum" or "const"
        );
        if (isOpen)
        {
            return built;
        }

        var isAbout = (string key) => key is "title" or "description" or "example" or "examples" or "default";
        DraftMapping rest = built with { Entries = [.. built.Entries.Where(e => !isAbout(e.Key))] };
        DraftMapping nothing = new([KeyValuePair.Create<string, Draft>("type", new DraftScalar("null"))]);
        ImmutableArray<Draft> either = [rest, nothing];
        return built with
        {
            Entries =
            [
                .. built.Entries.Where(e => isAbout(e.Key)),
                KeyValuePair.Create<string, Draft>("anyOf", new DraftList(either)),
            ],
        };
    }

    private static DraftMapping Add(DraftMapping mapping, string key, Draft value) =>
        mapping with
        {
            Entries = mapping.Entries.Add(KeyValuePair.Create(key, value)),
        };

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
