using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A schema somewhere in the specification.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Name">What a reader calls it: the name of the field or the part it describes.</param>
internal sealed record SchemaPlace(SchemaNode Schema, string Name)
{
    /// <summary>Every schema that is written in the document, the parts of schemas included.</summary>
    public static IEnumerable<SchemaPlace> All(IntegrationSpecification specification) =>
        Roots(specification).SelectMany(Within).DistinctBy(place => (place.Schema.Location, place.Name));

    /// <summary>The outermost schemas.</summary>
    public static IEnumerable<SchemaPlace> Roots(IntegrationSpecification specification)
    {
        foreach (var model in specification.DataModels)
        {
            yield return new(model.Schema, model.Name);
        }

        foreach (var endpoint in specification.Endpoints)
        {
            foreach (var parameter in endpoint.PathParameters.Concat(endpoint.QueryParameters))
            {
                yield return new(parameter.Schema, parameter.Name);
            }

            if (endpoint.Request is { } request)
            {
                yield return new(request.Schema, $"the request of {endpoint.Name}");
            }

            foreach (var response in endpoint.Responses.Where(r => r.Schema is not null))
            {
                yield return new(response.Schema!, $"response {response.Status} of {endpoint.Name}");
            }
        }

        foreach (var declared in specification.Webhooks?.Events.Where(e => e.Payload is not null) ?? [])
        {
            yield return new(declared.Payload!, $"the payload of {declared.Name}");
        }
    }

    /// <summary>The schema and all its parts.</summary>
    public static IEnumerable<SchemaPlace> Within(SchemaPlace place)
    {
        yield return place;
        var schema = place.Schema;
        var parts = schema
            .Properties.Select(p => new SchemaPlace(p.Schema, p.Name))
            .Concat(schema.Items is { } items ? [new SchemaPlace(items, $"an element of {place.Name}")] : [])
            .Concat(schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf).Select(s => place with { Schema = s }));
        foreach (var part in parts.SelectMany(Within))
        {
            yield return part;
        }
    }
}
