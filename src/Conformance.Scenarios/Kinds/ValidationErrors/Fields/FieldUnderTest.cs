using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>What a situation may know of the field it makes values for.</summary>
/// <param name="Name">Name of the field; null for elements and the whole body.</param>
/// <param name="Schema">What its value must be, references followed.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Sample">A valid value.</param>
/// <param name="Strings">Makes strings.</param>
/// <param name="Patterns">Matches patterns.</param>
internal sealed record FieldUnderTest(
    string? Name,
    SchemaNode Schema,
    bool IsRequired,
    JsonNode? Sample,
    StringValues Strings,
    PatternStrings Patterns
)
{
    /// <summary>Whether it is a property of a body: neither an element, nor the body itself, nor a parameter or header.</summary>
    public bool IsProperty { get; init; }

    /// <summary>Whether any text will do, as far as the definition says.</summary>
    public bool IsFreeText =>
        SampleText is not null
        && Schema is { Pattern: null, Format: null, Const: null }
        && Schema.Enum.IsDefaultOrEmpty
        && IsOnly(JsonTypes.String);

    /// <summary>
    /// Whether the name says that the text stands for something known to the target (an id, a code). Such a text may be
    /// refused for standing for nothing, whatever its form.
    /// </summary>
    public bool IsReference => Name is null || HumanText.IsReference(Name);

    /// <summary>Whether values of this type are allowed, or nothing is said of types.</summary>
    public bool Allows(JsonTypes type) => Schema.Types is JsonTypes.Any || (Schema.Types & type) != 0;

    /// <summary>Whether the only type allowed beside null is one of these.</summary>
    public bool IsOnly(JsonTypes types) =>
        Schema.Types is not JsonTypes.Any && (Schema.Types & ~(types | JsonTypes.Null)) == 0 && Allows(types);

    /// <summary>The valid value as text, if it is one.</summary>
    public string? SampleText =>
        Sample is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}
