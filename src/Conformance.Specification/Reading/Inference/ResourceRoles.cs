using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>
/// The part an operation plays where none is declared: POST on a collection with 201 creates, GET reads or lists,
/// PUT and PATCH update, DELETE deletes. Anything else has no role, for guessing wrong would test wrong.
/// </summary>
internal sealed class ResourceRoles(IReadOnlyDictionary<string, SchemaNode> dataModels)
{
    private const int MaxDepth = 8;

    public Endpoint Complete(Endpoint endpoint) =>
        endpoint.Resource is not null || Infer(endpoint) is not { } role ? endpoint : endpoint with { Resource = role };

    private ResourceRole? Infer(Endpoint endpoint)
    {
        var segments = endpoint.Path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return null;
        }

        var last = segments[^1];
        return last.StartsWith('{') ? OnOne(endpoint, last.Trim('{', '}'), segments) : OnMany(endpoint, last);
    }

    private ResourceRole? OnOne(Endpoint endpoint, string parameter, string[] segments)
    {
        ResourceAction? action = endpoint.Method.Value switch
        {
            "GET" => ResourceAction.Read,
            "PUT" or "PATCH" => ResourceAction.Update,
            "DELETE" => ResourceAction.Delete,
            _ => null,
        };
        if (action is null || segments.Length < 2 || segments[^2].StartsWith('{'))
        {
            return null;
        }

        var body = Resolve(endpoint.Success?.Schema);
        var identifier = body is null ? parameter : IdentifierOf(body, parameter) ?? parameter;
        return Role(endpoint, segments[^2], action.Value, identifier) with { PathParameter = parameter };
    }

    private ResourceRole? OnMany(Endpoint endpoint, string collection)
    {
        if (endpoint.Method.Value == "POST")
        {
            var created = Resolve(endpoint.FindResponse(201)?.Schema);
            var identifier = created is null ? null : IdentifierOf(created, null);
            return identifier is null ? null : Role(endpoint, collection, ResourceAction.Create, identifier);
        }

        if (endpoint.Method.Value != "GET" || Resolve(endpoint.Success?.Schema) is not { } body)
        {
            return null;
        }

        var field = body.Properties.FirstOrDefault(p => Resolve(p.Schema)?.Types == JsonTypes.Array);
        var element = Resolve(body.Types == JsonTypes.Array ? body.Items : Resolve(field?.Schema)?.Items);
        if (element is null || IdentifierOf(element, null) is not { } id)
        {
            return null;
        }

        var isSearch = collection.Equals("search", StringComparison.OrdinalIgnoreCase);
        return Role(
            endpoint,
            isSearch && field is not null ? field.Name.Value : collection,
            isSearch ? ResourceAction.Search : ResourceAction.List,
            id
        ) with
        {
            CollectionField = field?.Name.Value,
            QueryParameter = isSearch ? QueryOf(endpoint) : null,
        };
    }

    private static string? QueryOf(Endpoint endpoint) =>
        (endpoint.QueryParameters.FirstOrDefault(p => p.Required) ?? endpoint.QueryParameters.FirstOrDefault())
            ?.Name
            .Value;

    private static ResourceRole Role(Endpoint endpoint, string collection, ResourceAction action, string identifier) =>
        new()
        {
            Type = new Located<string>(Singular(collection), endpoint.Path.Location),
            Action = action,
            Identifier = new Located<string>(identifier, endpoint.Path.Location),
            Location = endpoint.Location,
        };

    /// <summary>The field of that name, else the first field that is called id or ends so.</summary>
    private static string? IdentifierOf(SchemaNode body, string? name)
    {
        var names = body.Properties.Select(p => p.Name.Value).ToList();
        return names.FirstOrDefault(n => n == name)
            ?? names.FirstOrDefault(n =>
                n is "id" or "ID"
                || n.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
                || n.EndsWith("Id", StringComparison.Ordinal)
            );
    }

    /// <summary>The schema behind references, with the fields of all parts that a conjunction is made of.</summary>
    private SchemaNode? Resolve(SchemaNode? schema) => Resolve(schema, 0);

    private SchemaNode? Resolve(SchemaNode? schema, int depth)
    {
        for (var i = 0; i < 10 && schema?.Reference is { } reference; i++)
        {
            schema = dataModels.GetValueOrDefault(reference.Value);
        }

        if (schema is null || schema.AllOf.IsEmpty || depth == MaxDepth)
        {
            return schema;
        }

        var parts = schema.AllOf.Select(part => Resolve(part, depth + 1)).OfType<SchemaNode>().ToList();
        return schema with
        {
            Types = parts.Aggregate(schema.Types, (types, part) => types == JsonTypes.Any ? part.Types : types),
            Items = schema.Items ?? parts.Select(part => part.Items).FirstOrDefault(items => items is not null),
            Properties = [.. parts.SelectMany(part => part.Properties), .. schema.Properties],
        };
    }

    private static string Singular(string collection) =>
        collection.EndsWith("ies", StringComparison.Ordinal) ? collection[..^3] + "y"
        : collection.EndsWith("sses", StringComparison.Ordinal) ? collection[..^2]
        : collection.EndsWith('s') && !collection.EndsWith("ss", StringComparison.Ordinal) ? collection[..^1]
        : collection;
}
