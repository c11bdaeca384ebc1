using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>One place a request body may have a value at.</summary>
/// <param name="Template">Its path for any element, for example <c>items[].quantity</c>.</param>
/// <param name="Schema">What its value must be, references followed.</param>
/// <param name="Required">Where it is listed as required; null when it is optional or an element.</param>
internal sealed record BodyField(FieldPath Template, SchemaNode Schema, SourceLocation? Required)
{
    /// <summary>Its path in a payload whose arrays are entered at the first element.</summary>
    public FieldPath First => Template.At(0);
}
