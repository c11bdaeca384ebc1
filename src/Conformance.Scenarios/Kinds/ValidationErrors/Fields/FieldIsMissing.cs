namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A required field is left out.</summary>
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
    }
}
