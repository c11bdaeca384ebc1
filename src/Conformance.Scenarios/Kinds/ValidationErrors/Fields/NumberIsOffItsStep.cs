using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A number is, or is not, a multiple of what it must be a multiple of.</summary>
internal sealed class NumberIsOffItsStep : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Schema.MultipleOf is not { } step)
        {
            yield break;
        }

        var text = step.ToString(CultureInfo.InvariantCulture);
        var value = NumberValues.LeastOf(field.Schema) ?? step;
        yield return FieldProbe.Accepted(
            "one-step",
            "multipleOf",
            JsonValue.Create(value + step),
            $"a multiple of {text}"
        );

        // 19.99 * 100 is not a whole number in binary floating point, though 19.99 is a multiple of 0.01.
        if (step == 0.01m)
        {
            yield return FieldProbe.Accepted(
                "inexact-in-binary",
                "multipleOf",
                JsonValue.Create(19.99m),
                $"a multiple of {text}"
            );
        }

        yield return FieldProbe.Refused(
            "between-steps",
            "multipleOf",
            JsonValue.Create(value + step + step / 10),
            $"not a multiple of {text}"
        );
    }
}
