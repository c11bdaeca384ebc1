using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A number is its least or greatest value, or one step beyond, or far beyond.</summary>
internal sealed class NumberIsAtItsBounds : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        var step = NumberValues.StepOf(field.Schema);
        if (NumberValues.LeastOf(field.Schema) is { } least)
        {
            var keyword = field.Schema.Minimum is null ? "exclusiveMinimum" : "minimum";
            var bound = Text(field.Schema.Minimum ?? field.Schema.ExclusiveMinimum!.Value);
            var outside = field.Schema.ExclusiveMinimum == least - step ? "not above" : "below the minimum of";
            yield return FieldProbe.Accepted("at-minimum", keyword, Number(least), $"the least value allowed");
            yield return FieldProbe.Refused("below-minimum", keyword, Number(least - step), $"{outside} {bound}");
            yield return FieldProbe.Refused(
                "far-below-minimum",
                keyword,
                Raw("-9223372036854775809"),
                $"{outside} {bound}"
            );

            // Nothing at all, for readers that take zero for "not given".
            if (least > 0 && least != step)
            {
                yield return FieldProbe.Refused("zero", keyword, Number(0), $"{outside} {bound}");
            }
        }

        if (NumberValues.GreatestOf(field.Schema) is { } greatest)
        {
            var keyword = field.Schema.Maximum is null ? "exclusiveMaximum" : "maximum";
            var bound = Text(field.Schema.Maximum ?? field.Schema.ExclusiveMaximum!.Value);
            var outside = field.Schema.ExclusiveMaximum == greatest + step ? "not below" : "above the maximum of";
            yield return FieldProbe.Accepted("at-maximum", keyword, Number(greatest), "the greatest value allowed");
            yield return FieldProbe.Refused("above-maximum", keyword, Number(greatest + step), $"{outside} {bound}");
            yield return FieldProbe.Refused(
                "far-above-maximum",
                keyword,
                Raw("9223372036854775808"),
                $"{outside} {bound}"
            );
        }
    }

    private static JsonNode Number(decimal value) => JsonValue.Create(value);

    private static JsonNode? Raw(string text) => JsonNode.Parse(text);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
