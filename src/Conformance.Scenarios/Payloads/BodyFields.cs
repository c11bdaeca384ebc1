using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Payloads;

/// <summary>Lists the fields of a body in document order, the body itself first, every object before what is in it.</summary>
internal sealed class BodyFields(EffectiveSchema effective)
{
    // A body that refers to itself is entered this often; a contract's payloads are not deeper.
    private const int MaxDepth = 8;

    /// <summary>All fields that a client may send.</summary>
    public IEnumerable<BodyField> Of(SchemaNode body) =>
        Walk(FieldPath.Root, body, null, LevelsOf(body)).Take(SchemaLevels.MostPlaces);

    /// <summary>Whether there are more than are listed, not only because the body refers to itself.</summary>
    public bool IsCut(SchemaNode body) =>
        LevelsOf(body) < MaxDepth || Inside(body).Take(SchemaLevels.MostPlaces).Count() == SchemaLevels.MostPlaces;

    private int LevelsOf(SchemaNode body) => SchemaLevels.Within(body, Inside, MaxDepth);

    private IEnumerable<SchemaNode> Inside(SchemaNode written) =>
        effective.Of(written).ReadOnly ? [] : effective.Inside(written);

    private IEnumerable<BodyField> Walk(FieldPath path, SchemaNode written, SourceLocation? required, int levels)
    {
        var schema = effective.Of(written);
        if (schema.ReadOnly || levels < 0)
        {
            yield break;
        }

        yield return new(path, schema, required);
        foreach (var property in schema.Properties)
        {
            foreach (var field in Walk(path.Child(property.Name), property.Schema, property.Required, levels - 1))
            {
                yield return field;
            }
        }

        foreach (var field in schema.Items is { } items ? Walk(path.Element(null), items, null, levels - 1) : [])
        {
            yield return field;
        }
    }
}
