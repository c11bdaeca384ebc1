using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The schemas of what callers send: bodies and parameters, with all their parts and the models they refer to.</summary>
internal static class SentSchemas
{
    public static IEnumerable<SchemaPlace> Of(IntegrationSpecification specification)
    {
        var models = specification.DataModels.DistinctBy(m => m.Name.Value).ToDictionary(m => m.Name.Value);
        var seen = new HashSet<(SourceLocation, string)>();
        var open = new Stack<SchemaPlace>(Roots(specification).Reverse());
        while (open.TryPop(out var place))
        {
            foreach (var part in SchemaPlace.Within(place).Where(p => !p.Schema.InferredFromExample))
            {
                if (seen.Add((part.Schema.Location, part.Name)))
                {
                    yield return part;
                }

                if (
                    part.Schema.Reference is { } reference
                    && models.TryGetValue(reference.Value, out var model)
                    && seen.Add((model.Name.Location, "model"))
                )
                {
                    open.Push(new(model.Schema, model.Name));
                }
            }
        }
    }

    private static IEnumerable<SchemaPlace> Roots(IntegrationSpecification specification)
    {
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
        }
    }
}
