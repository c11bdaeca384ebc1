namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A field is left out: refused where it is required, accepted where it is optional.</summary>
internal sealed class FieldIsMissing : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.IsRequired)
        {
            yield return FieldProbe.Refused("missing", "required", null, "required, but left out") with
            {
                IsAbsent = true,
            };
        }
        else if (field.IsProperty)
        {
            yield return FieldProbe.Accepted("left-out", "optional", null, "optional, and left out") with
            {
                IsAbsent = true,
            };
        }
    }
}
