using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Validation;

namespace Conformance.Specification.Schemas.Resolution;

/// <summary>
/// Knows every resource and anchor of the documents that were read. Only places where the dialect expects a schema
/// are searched: an <c>$id</c> inside <c>enum</c> or an unknown keyword is data.
/// </summary>
internal sealed class SchemaIndex
{
    private readonly SchemaDialect defaultDialect;
    private readonly IReadOnlyDictionary<string, JsonElement> documents;
    private readonly Dictionary<string, SchemaResource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(SchemaDocument Document, string Pointer), SchemaPlace> places = [];
    private readonly Dictionary<(SchemaResource Resource, string Anchor), SchemaPlace> anchors = [];
    private readonly Dictionary<(SchemaResource Resource, string Anchor), SchemaPlace> dynamicAnchors = [];

    /// <summary>Creates an empty index.</summary>
    /// <param name="defaultDialect">What a schema without <c>$schema</c> means.</param>
    /// <param name="documents">Documents that references may lead to, by absolute URI; nothing is ever fetched.</param>
    public SchemaIndex(SchemaDialect defaultDialect, IReadOnlyDictionary<string, JsonElement> documents)
    {
        this.defaultDialect = defaultDialect;
        this.documents = documents;
    }

    /// <summary>Name under which <c>$recursiveAnchor: true</c> is kept, which no anchor can have.</summary>
    public const string RecursiveAnchor = "#recursive";

    /// <summary>All dynamic anchors that are known so far.</summary>
    public IReadOnlyDictionary<(SchemaResource Resource, string Anchor), SchemaPlace> DynamicAnchors => dynamicAnchors;

    /// <summary>Reads a document.</summary>
    /// <param name="uri">Where it comes from.</param>
    /// <param name="root">Its value.</param>
    public SchemaPlace Add(Uri uri, JsonElement root)
    {
        var document = new SchemaDocument(root);
        var place = Scan(root, "", new SchemaResource(uri, document, "", defaultDialect));
        resources.TryAdd(Key(uri), place.Resource);
        return place;
    }

    /// <summary>Finds what a reference leads to; null when it leads nowhere.</summary>
    /// <param name="from">The schema with the reference.</param>
    /// <param name="reference">A URI reference.</param>
    public SchemaPlace? Resolve(SchemaPlace from, string reference)
    {
        var (uri, fragment) = Split(reference);
        if (FindResource(from.Resource, uri) is not { } resource)
        {
            return null;
        }

        return fragment.Length == 0 ? PlaceAt(resource, "")
            : fragment[0] == '/' ? PlaceAt(resource, Uri.UnescapeDataString(fragment))
            : anchors.GetValueOrDefault((resource, Uri.UnescapeDataString(fragment)));
    }

    /// <summary>The subschema at a place below a known one, read as a schema.</summary>
    /// <param name="parent">The known place.</param>
    /// <param name="suffix">JSON Pointer from there.</param>
    /// <param name="element">The subschema.</param>
    public SchemaPlace Child(SchemaPlace parent, string suffix, JsonElement element) =>
        places.TryGetValue((parent.Resource.Document, parent.Pointer + suffix), out var known)
            ? known
            : Scan(element, parent.Pointer + suffix, parent.Resource);

    /// <summary>Separates the fragment of a reference.</summary>
    /// <param name="reference">A URI reference.</param>
    public static (string Uri, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
    }

    private SchemaResource? FindResource(SchemaResource from, string reference)
    {
        if (reference.Length == 0)
        {
            return from;
        }

        if (!Uri.TryCreate(from.Uri, reference, out var uri))
        {
            return null;
        }

        if (resources.TryGetValue(Key(uri), out var known))
        {
            return known;
        }

        return documents.TryGetValue(Key(uri), out var root) ? Add(uri, root).Resource : null;
    }

    private SchemaPlace? PlaceAt(SchemaResource resource, string pointer)
    {
        var enclosing = places[(resource.Document, resource.Pointer)];
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (Member(enclosing.Element, name) is not { } element)
            {
                return null;
            }

            var path = $"{enclosing.Pointer}/{JsonPath.Escape(name)}";
            enclosing =
                places.GetValueOrDefault((resource.Document, path))
                ?? enclosing with
                {
                    Pointer = path,
                    Element = element,
                };
        }

        return places.ContainsKey(enclosing.Key)
            ? enclosing
            : Scan(enclosing.Element, enclosing.Pointer, enclosing.Resource);
    }

    private static JsonElement? Member(JsonElement element, string token) =>
        element.ValueKind switch
        {
            JsonValueKind.Object when element.TryGetProperty(token, out var value) => value,
            JsonValueKind.Array
                when int.TryParse(token, out var index) && index >= 0 && index < element.GetArrayLength() => element[
                index
            ],
            _ => null,
        };

    private SchemaPlace Scan(JsonElement element, string pointer, SchemaResource parent)
    {
        var resource = element.ValueKind == JsonValueKind.Object ? ResourceOf(element, pointer, parent) : parent;
        var place = places[(resource.Document, pointer)] = new SchemaPlace(resource, pointer, element);
        if (element.ValueKind != JsonValueKind.Object)
        {
            return place;
        }

        RegisterAnchors(place);
        foreach (var member in element.EnumerateObject())
        {
            foreach (var (suffix, child) in Subschemas.Of(resource.Dialect, member))
            {
                Scan(child, pointer + suffix, resource);
            }
        }

        return place;
    }

    private SchemaResource ResourceOf(JsonElement element, string pointer, SchemaResource parent)
    {
        var dialect = Text(element, "$schema") is { } schema ? DialectOf(schema) : parent.Dialect;
        var id =
            dialect.RefHidesSiblings && element.TryGetProperty("$ref", out _) ? null : Text(element, dialect.IdKeyword);
        var (reference, _) = Split(id ?? "");
        if (reference.Length == 0 || !Uri.TryCreate(parent.Uri, reference, out var uri))
        {
            return pointer.Length == 0 ? Register(parent with { Dialect = dialect }) : parent;
        }

        return Register(new SchemaResource(uri, parent.Document, pointer, dialect));
    }

    private SchemaResource Register(SchemaResource resource) => resources[Key(resource.Uri)] = resource;

    private SchemaDialect DialectOf(string metaSchema) =>
        SchemaDialect.DraftOf(metaSchema) is { } draft ? defaultDialect with { Draft = draft, HasValidation = true }
        : documents.TryGetValue(metaSchema.TrimEnd('#'), out var custom) ? defaultDialect.DeclaredBy(custom)
        : defaultDialect;

    private void RegisterAnchors(SchemaPlace place)
    {
        var (element, draft) = (place.Element, place.Resource.Dialect.Draft);
        if (draft <= SchemaDraft.Draft7)
        {
            var hidden = element.TryGetProperty("$ref", out _);
            var (_, fragment) = Split(hidden ? "" : Text(element, place.Resource.Dialect.IdKeyword) ?? "");
            if (fragment.Length > 0)
            {
                anchors[(place.Resource, fragment)] = place;
            }

            return;
        }

        if (Text(element, "$anchor") is { } anchor)
        {
            anchors[(place.Resource, anchor)] = place;
        }

        if (draft == SchemaDraft.Draft202012 && Text(element, "$dynamicAnchor") is { } name)
        {
            anchors[(place.Resource, name)] = place;
            dynamicAnchors[(place.Resource, name)] = place;
        }

        if (
            draft == SchemaDraft.Draft201909
            && place.Pointer == place.Resource.Pointer
            && element.TryGetProperty("$recursiveAnchor", out var recursive)
            && recursive.ValueKind == JsonValueKind.True
        )
        {
            dynamicAnchors[(place.Resource, RecursiveAnchor)] = place;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Key(Uri uri) => Split(uri.AbsoluteUri).Uri;
}
