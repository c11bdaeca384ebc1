using Conformance.Evolution.Rules;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>The schemas of one value in both versions, references followed and <c>allOf</c> folded.</summary>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
/// <param name="Direction">Who sends the value.</param>
/// <param name="Place">The message, for example <c>POST /notes, request body</c>.</param>
/// <param name="Field">Path in the message, for example <c>items[].title</c>; empty for the whole.</param>
internal sealed record SchemaPair(SchemaNode Old, SchemaNode New, Direction Direction, string Place, string Field)
{
    /// <summary>The versions it is of.</summary>
    public required SpecificationPair Versions { get; init; }

    /// <summary>The value as subject of a change.</summary>
    public Subject Subject => new(Name(Field), Old.Location, New.Location);

    /// <summary>A property of it as subject of a change.</summary>
    public Subject Property(string name, SourceLocation old, SourceLocation now) =>
        new(Name(Field.Length == 0 ? name : $"{Field}.{name}"), old, now);

    /// <summary>The properties that travel in this direction.</summary>
    public IEnumerable<SchemaProperty> Travelling(SchemaNode node) =>
        node.Properties.Where(p => Direction == Direction.ToProvider ? !p.Schema.ReadOnly : !p.Schema.WriteOnly);

    private string Name(string field) => field.Length == 0 ? Place : $"{Place}: {field}";
}
