using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A field is null, which is a type of its own in JSON.</summary>
internal sealed class FieldIsNull : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Schema.Types is JsonTypes.Any)
        {
            yield break;
        }

        yield return field.Allows(JsonTypes.Null)
            ? FieldProbe.Accepted("null", "type", null, "which is allowed here") with
            {
                IsJsonOnly = true,
            }
            : FieldProbe.Refused("null", "type", null, $"not {TypeWords.Of(field.Schema.Types)}") with
            {
                IsJsonOnly = true,
            };
    }
}
