using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldsDiffer;

namespace Conformance.Verdicts.Checks;

/// <summary>Two responses have different values in a field.</summary>
internal sealed class FieldsDiffer : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { } first)
        {
            return StepIsMissing(expected.First, "a response to compare with");
        }

        if (seen.Final(expected.Second) is not { } second)
        {
            return StepIsMissing(expected.Second, "a response to compare");
        }

        if (ValueOf(first, expected.Field) is not { } before)
        {
            return Missing(first, expected.Field);
        }

        if (ValueOf(second, expected.Field) is not { } after)
        {
            return Missing(second, expected.Field);
        }

        return JsonElement.DeepEquals(before, after)
            ? Judgement.Broken(Finding(expected, second, before)) with
            {
                Exchange = second.Exchange.Index,
            }
            : Judgement.Held;
    }

    private static JsonElement? ValueOf(SeenExchange seen, string field) =>
        seen.Json is { } body ? FieldPath.Find(body, field) : null;

    // Absent on either side is not "different": nothing was compared.
    private static Judgement Missing(SeenExchange seen, string field) =>
        Judgement.NotJudged(
            seen.WhereInBody(field),
            $"{field}, to compare",
            seen.Body.Defect ?? $"absent from {Excerpt.OfBytes(seen.Response.Body)}",
            $"see why the response has no {field}"
        );

    private static Finding Finding(Expected expected, SeenExchange second, JsonElement value) =>
        new(
            second.WhereInBody(expected.Field),
            Cited.At($"another value than step {expected.First} answered", expected.Requirement.Location),
            $"the same {Excerpt.OfValue(value)}",
            $"make a new {expected.Field} for each of these requests"
        );
}
