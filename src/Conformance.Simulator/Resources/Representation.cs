using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Shows a stored resource in the form a response declares.</summary>
internal sealed class Representation(SchemaIndex schemas, ResourceShapes shapes, ValueGenerator values)
{
    /// <summary>The representation.</summary>
    /// <param name="schema">The response's schema.</param>
    /// <param name="resource">The resource's fields.</param>
    /// <param name="identifier">Name of the identifying field.</param>
    public JsonNode? Of(SchemaNode schema, JsonObject resource, string identifier)
    {
        var properties = schemas.Properties(schema);
        if (properties.Count == 0)
        {
            return resource.DeepClone();
        }

        var isItself = properties.Any(p => p.Name.Value == identifier) || shapes.Descend(schema, identifier) is null;
        var shown = new JsonObject();
        foreach (var property in properties)
        {
            var name = property.Name.Value;
            if (!isItself && shapes.Descend(property.Schema, identifier) is not null)
            {
                shown[name] = Of(property.Schema, resource, identifier);
            }
            else if (isItself && resource.TryGetPropertyValue(name, out var value) && !property.Schema.WriteOnly)
            {
                shown[name] = values.Complete(property.Schema, value);
            }
            else if (property.IsRequired)
            {
                shown[name] = values.Generate(property.Schema);
            }
        }

        return shown;
    }
}
