namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>One way in which a value can be just inside or just outside its definition.</summary>
internal interface IFieldSituation
{
    /// <summary>The values to try in a field; none where the situation cannot arise.</summary>
    IEnumerable<FieldProbe> Probe(FieldUnderTest field);
}
