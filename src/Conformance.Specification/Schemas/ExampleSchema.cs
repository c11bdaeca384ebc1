using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Formats;

namespace Conformance.Specification.Schemas;

/// <summary>
/// Infers a schema from an example: every key is required unless its text is a type in words that says otherwise,
/// types come from the values, formats only from strings that are unmistakable (date-time, URI, UUID, e-mail).
/// </summary>
public static class ExampleSchema
{
    /// <summary>Infers the schema of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="locate">Where a value inside it stands, by JSON pointer; everything stands at
    /// <paramref name="location"/> when not given.</param>
    public static SchemaNode Infer(
        JsonElement example,
        SourceLocation location,
        Func<string, SourceLocation>? locate = null
    ) => Widen(Infer(example, "", locate ?? (_ => location)).Schema);

    private static (SchemaNode Schema, bool IsOptional) Infer(
        JsonElement value,
        string pointer,
        Func<string, SourceLocation> locate
    )
    {
        var location = locate(pointer);
        if (value.ValueKind == JsonValueKind.String && TypeDescription.TryParse(value.GetString()!) is { } words)
        {
            return (words.ToSchema(location) with { InferredFromExample = true }, words.IsOptional);
        }

        var schema = value.ValueKind switch
        {
            JsonValueKind.Object => Object(value, pointer, locate),
            JsonValueKind.Array => Array(value, pointer, locate),
            JsonValueKind.String => Leaf(JsonTypes.String, value, location) with
            {
                Format = FormatOf(value.GetString()!),
            },
            JsonValueKind.Number => Leaf(NumberTypeOf(value), value, location),
            JsonValueKind.True or JsonValueKind.False => Leaf(JsonTypes.Boolean, value, location),
            _ => Leaf(JsonTypes.Null, value, location),
        };
        return (schema, false);
    }

    private static SchemaNode Object(JsonElement value, string pointer, Func<string, SourceLocation> locate)
    {
        var properties = ImmutableArray.CreateBuilder<SchemaProperty>();
        foreach (var member in value.EnumerateObject())
        {
            var child = $"{pointer}/{member.Name.Replace("~", "~0").Replace("/", "~1")}";
            var (schema, isOptional) = Infer(member.Value, child, locate);
            var location = locate(child);
            properties.Add(new(new(member.Name, location), schema, isOptional ? null : location));
        }

        return Node(JsonTypes.Object, locate(pointer)) with
        {
            Properties = properties.ToImmutable(),
        };
    }

    private static SchemaNode Array(JsonElement value, string pointer, Func<string, SourceLocation> locate)
    {
        var elements = value
            .EnumerateArray()
            .Select(
                (element, i) => Infer(element, $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", locate).Schema
            )
            .ToList();
        var items = elements.Count == 0 ? null : elements.Aggregate(Merge);
        return Node(JsonTypes.Array, locate(pointer)) with { Items = items };
    }

    private static SchemaNode Leaf(JsonTypes type, JsonElement value, SourceLocation location) =>
        Node(type, location) with
        {
            Examples = [new(value.Clone(), location)],
        };

    private static SchemaNode Node(JsonTypes types, SourceLocation location) =>
        new()
        {
            Location = location,
            KeywordLocations = ImmutableDictionary<string, SourceLocation>.Empty.Add("type", location),
            Types = types,
            InferredFromExample = true,
        };

    // What holds for two elements of one array: either type, and only those keys required that both have.
    private static SchemaNode Merge(SchemaNode a, SchemaNode b) =>
        a with
        {
            Types = MergeTypes(a.Types, b.Types),
            Format = a.Format == b.Format ? a.Format : null,
            Properties = MergeProperties(a, b),
            Items =
                a.Items is null ? b.Items
                : b.Items is null ? a.Items
                : Merge(a.Items, b.Items),
            Examples = a.Examples.AddRange(b.Examples),
        };

    private static JsonTypes MergeTypes(JsonTypes a, JsonTypes b)
    {
        var types = a == JsonTypes.Any || b == JsonTypes.Any ? JsonTypes.Any : a | b;
        return types.HasFlag(JsonTypes.Number) ? types & ~JsonTypes.Integer : types;
    }

    private static ImmutableArray<SchemaProperty> MergeProperties(SchemaNode a, SchemaNode b)
    {
        var others = b.Properties.ToDictionary(property => property.Name.Value, StringComparer.Ordinal);
        var merged = ImmutableArray.CreateBuilder<SchemaProperty>();
        foreach (var property in a.Properties)
        {
            merged.Add(
                others.Remove(property.Name.Value, out var other)
                    ? new(
                        property.Name,
                        Merge(property.Schema, other.Schema),
                        other.IsRequired ? property.Required : null
                    )
                : IsObject(b) ? property with { Required = null }
                : property
            );
        }

        merged.AddRange(
            b.Properties.Where(property => others.ContainsKey(property.Name.Value))
                .Select(property => IsObject(a) ? property with { Required = null } : property)
        );
        return merged.ToImmutable();
    }

    private static bool IsObject(SchemaNode node) => node.Types.HasFlag(JsonTypes.Object);

    // A null shows that a value may be null and nothing of what else it may be.
    private static SchemaNode Widen(SchemaNode node) =>
        node with
        {
            Types = node.Types == JsonTypes.Null ? JsonTypes.Any : node.Types,
            Items = node.Items is null ? null : Widen(node.Items),
            Properties = [.. node.Properties.Select(property => property with { Schema = Widen(property.Schema) })],
        };

    private static JsonTypes NumberTypeOf(JsonElement value) =>
        value.GetRawText().AsSpan().ContainsAny(".eE") ? JsonTypes.Number : JsonTypes.Integer;

    private static string? FormatOf(string text) =>
        Rfc3339.IsDateTime(text) ? "date-time"
        : Uuid.IsUuid(text) ? "uuid"
        : IsWebAddress(text) ? "uri"
        : IsMailAddress(text) ? "email"
        : null;

    // Many everyday strings are URIs by the letter ("note:this"); only web addresses are unmistakable.
    private static bool IsWebAddress(string text) =>
        (
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        ) && UriSyntax.IsUri(text);

    private static bool IsMailAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && text.IndexOf('.', at) > 0
        && EmailAddress.IsEmail(text);
}
