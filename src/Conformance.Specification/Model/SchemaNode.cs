using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>The JSON types of a value.</summary>
[Flags]
public enum JsonTypes
{
    /// <summary>No type is declared: every type is allowed.</summary>
    Any = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number.</summary>
    Number = 8,

    /// <summary>A number without a fraction.</summary>
    Integer = 16,

    /// <summary>true or false.</summary>
    Boolean = 32,

    /// <summary>null.</summary>
    Null = 64,
}

/// <summary>One property of an object schema.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Schema">What its value must be.</param>
/// <param name="Required">Where the property is listed as required, or null when it is optional.</param>
public sealed record SchemaProperty(Located<string> Name, SchemaNode Schema, SourceLocation? Required)
{
    /// <summary>Whether an object without this property is invalid.</summary>
    public bool IsRequired => Required is not null;
}

/// <summary>
/// A schema as the specification writes it, short forms (constraint phrases, inferred examples) already lowered to
/// JSON-Schema keywords. Unset keywords are null or default arrays.
/// </summary>
public sealed record SchemaNode
{
    /// <summary>Where the schema stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Where single keywords stand; a keyword derived from a phrase stands where the phrase does.</summary>
    public ImmutableDictionary<string, SourceLocation> KeywordLocations { get; init; } =
        ImmutableDictionary<string, SourceLocation>.Empty;

    /// <summary>The allowed types; <see cref="JsonTypes.Any"/> when none are declared.</summary>
    public JsonTypes Types { get; init; }

    /// <summary>Short name.</summary>
    public string? Title { get; init; }

    /// <summary>Meaning, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Properties in document order, including required names that have no schema of their own.</summary>
    public ImmutableArray<SchemaProperty> Properties { get; init; } = [];

    /// <summary>Whether undeclared properties are allowed; null when the specification does not decide it.</summary>
    public bool? AdditionalPropertiesAllowed { get; init; }

    /// <summary>What undeclared properties must be, when declared as a schema.</summary>
    public SchemaNode? AdditionalProperties { get; init; }

    /// <summary>Schemas of properties by name pattern.</summary>
    public ImmutableArray<KeyValuePair<string, SchemaNode>> PatternProperties { get; init; } = [];

    /// <summary>What property names must be.</summary>
    public SchemaNode? PropertyNames { get; init; }

    /// <summary>Names required when another property is present.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> DependentRequired { get; init; } = [];

    /// <summary>Least number of properties.</summary>
    public int? MinProperties { get; init; }

    /// <summary>Greatest number of properties.</summary>
    public int? MaxProperties { get; init; }

    /// <summary>What array elements must be.</summary>
    public SchemaNode? Items { get; init; }

    /// <summary>What the first elements must be, by position.</summary>
    public ImmutableArray<SchemaNode> PrefixItems { get; init; } = [];

    /// <summary>What at least one element must be.</summary>
    public SchemaNode? Contains { get; init; }

    /// <summary>Least number of elements.</summary>
    public int? MinItems { get; init; }

    /// <summary>Greatest number of elements.</summary>
    public int? MaxItems { get; init; }

    /// <summary>Whether elements must differ.</summary>
    public bool UniqueItems { get; init; }

    /// <summary>Least value, inclusive.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Greatest value, inclusive.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Bound below, exclusive.</summary>
    public decimal? ExclusiveMinimum { get; init; }

    /// <summary>Bound above, exclusive.</summary>
    public decimal? ExclusiveMaximum { get; init; }

    /// <summary>The value must be a multiple of this.</summary>
    public decimal? MultipleOf { get; init; }

    /// <summary>Least length in Unicode code points.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest length in Unicode code points.</summary>
    public int? MaxLength { get; init; }

    /// <summary>ECMA-262 regular expression, not anchored unless it says so.</summary>
    public string? Pattern { get; init; }

    /// <summary>Format in the registered JSON-Schema name or one of the dialect's (<c>iso-3166-1-alpha-2</c>, <c>decimal</c>).</summary>
    public string? Format { get; init; }

    /// <summary>The allowed values; default when any value is allowed.</summary>
    public ImmutableArray<JsonElement> Enum { get; init; } = [];

    /// <summary>The only allowed value.</summary>
    public JsonElement? Const { get; init; }

    /// <summary>The value assumed when absent.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Examples, in document order.</summary>
    public ImmutableArray<Located<JsonElement>> Examples { get; init; } = [];

    /// <summary>All of these must hold.</summary>
    public ImmutableArray<SchemaNode> AllOf { get; init; } = [];

    /// <summary>At least one of these must hold.</summary>
    public ImmutableArray<SchemaNode> AnyOf { get; init; } = [];

    /// <summary>Exactly one of these must hold.</summary>
    public ImmutableArray<SchemaNode> OneOf { get; init; } = [];

    /// <summary>This must not hold.</summary>
    public SchemaNode? Not { get; init; }

    /// <summary>Condition of <see cref="Then"/> and <see cref="Else"/>.</summary>
    public SchemaNode? If { get; init; }

    /// <summary>Holds when <see cref="If"/> does.</summary>
    public SchemaNode? Then { get; init; }

    /// <summary>Holds when <see cref="If"/> does not.</summary>
    public SchemaNode? Else { get; init; }

    /// <summary>Name of the data model this schema refers to; the other keywords apply beside it.</summary>
    public Located<string>? Reference { get; init; }

    /// <summary>Only sent by the server.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Only sent by the client.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>Still there, but to be left: it may go with a later version.</summary>
    public bool Deprecated { get; init; }

    /// <summary>How the schema came to be: declared, or inferred from an example.</summary>
    public bool InferredFromExample { get; init; }

    /// <summary>Where a keyword stands, or the schema itself when it is not written out.</summary>
    /// <param name="keyword">A JSON-Schema keyword such as <c>maxLength</c>.</param>
    public SourceLocation LocationOf(string keyword) =>
        KeywordLocations.TryGetValue(keyword, out var location) ? location : Location;
}
