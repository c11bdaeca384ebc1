using System.Text.Json.Nodes;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>An object has a property that it must not have, or too few.</summary>
/// <remarks>Where the specification does not decide on undeclared properties, either answer is an observation.</remarks>
internal sealed class ObjectHasOtherProperties : IFieldSituation
{
    private const string Undeclared = "undeclared_property";

    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Sample is not JsonObject sample)
        {
            yield break;
        }

        var more = (JsonObject)sample.DeepClone();
        more[Undeclared] = "value";
        if (field.Schema is { AdditionalPropertiesAllowed: null, AdditionalProperties: null })
        {
            yield return FieldProbe.Open(
                "undeclared-property",
                "additionalProperties",
                more,
                "with a property that is not declared"
            );
        }
        else if (field.Schema.AdditionalPropertiesAllowed is { } allowed && field.Schema.AdditionalProperties is null)
        {
            var probe = allowed
                ? FieldProbe.Accepted("undeclared-property", "additionalProperties", more, "which is allowed")
                : FieldProbe.Refused("undeclared-property", "additionalProperties", more, "which is not allowed");
            yield return probe with
            {
                NamesField = false,
            };
        }

        if (field.Schema.MinProperties is 1 && field.Schema.Properties.All(p => !p.IsRequired))
        {
            yield return FieldProbe.Refused(
                "no-property",
                "minProperties",
                new JsonObject(),
                "without any property"
            ) with
            {
                NamesField = false,
            };
        }
    }
}
