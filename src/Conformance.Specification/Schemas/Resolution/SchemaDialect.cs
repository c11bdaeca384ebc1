using System.Text.Json;

namespace Conformance.Specification.Schemas.Resolution;

/// <summary>Which keywords a schema resource means.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="HasValidation">Whether the validation vocabulary is on, which a custom meta-schema can leave out.</param>
/// <param name="AssertsFormat">Whether formats are checked rather than noted.</param>
internal sealed record SchemaDialect(SchemaDraft Draft, bool HasValidation, bool AssertsFormat)
{
    private const string Vocabulary201909 = "https://json-schema.org/draft/2019-09/vocab/";
    private const string Vocabulary202012 = "https://json-schema.org/draft/2020-12/vocab/";

    /// <summary>The keyword that names a resource.</summary>
    public string IdKeyword => Draft == SchemaDraft.Draft4 ? "id" : "$id";

    /// <summary>Whether <c>$ref</c> replaces its whole schema, as it did up to draft 7.</summary>
    public bool RefHidesSiblings => Draft <= SchemaDraft.Draft7;

    /// <summary>The draft of an official meta-schema; null for any other.</summary>
    /// <param name="metaSchema">Value of <c>$schema</c>.</param>
    public static SchemaDraft? DraftOf(string metaSchema) =>
        metaSchema.TrimEnd('#') switch
        {
            "http://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
            "http://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
            "http://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
            "https://json-schema.org/draft/2019-09/schema" => SchemaDraft.Draft201909,
            "https://json-schema.org/draft/2020-12/schema" => SchemaDraft.Draft202012,
            "https://spec.openapis.org/oas/3.1/dialect/base" => SchemaDraft.Draft202012,
            _ => null,
        };

    /// <summary>The dialect that a custom meta-schema declares by its vocabularies.</summary>
    /// <param name="metaSchema">The meta-schema.</param>
    public SchemaDialect DeclaredBy(JsonElement metaSchema)
    {
        var parent = metaSchema.TryGetProperty("$schema", out var schema) ? DraftOf(schema.GetString() ?? "") : null;
        if (!metaSchema.TryGetProperty("$vocabulary", out var vocabularies))
        {
            return this with { Draft = parent ?? Draft };
        }

        var names = vocabularies.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            parent ?? Draft,
            names.Contains(Vocabulary201909 + "validation") || names.Contains(Vocabulary202012 + "validation"),
            AssertsFormat || names.Contains(Vocabulary202012 + "format-assertion")
        );
    }
}
