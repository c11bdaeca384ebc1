using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>Lists the fields of a body in document order, the body itself first, every object before what is in it.</summary>
internal sealed class BodyFields(EffectiveSchema effective)
{
    // A body that refers to itself is entered this often; a contract's payloads are not deeper.
    private const int MaxDepth = 8;

    /// <summary>All fields that a client may send.</summary>
    public IEnumerable<BodyField> Of(SchemaNode body) => Walk(FieldPath.Root, body, null, 0);

    private IEnumerable<BodyField> Walk(FieldPath path, SchemaNode written, SourceLocation? required, int depth)
    {
        var schema = effective.Of(written);
        if (schema.ReadOnly || depth > MaxDepth)
        {
            yield break;
        }

        yield return new(path, schema, required);
        foreach (var property in schema.Properties)
        {
            foreach (var field in Walk(path.Child(property.Name), property.Schema, property.Required, depth + 1))
            {
                yield return field;
            }
        }

        foreach (var field in schema.Items is { } items ? Walk(path.Element(null), items, null, depth + 1) : [])
        {
            yield return field;
        }
    }
}
