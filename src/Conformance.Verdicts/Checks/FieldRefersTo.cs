using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldRefersTo;

namespace Conformance.Verdicts.Checks;

/// <summary>A field of a response names what an earlier response called by another field.</summary>
internal sealed class FieldRefersTo : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { } first)
        {
            return StepIsMissing(expected.First, $"a response with {expected.FirstField}");
        }

        if (seen.Final(expected.Second) is not { } second)
        {
            return StepIsMissing(expected.Second, $"a response with {expected.SecondField}");
        }

        if (first.Json is not { } before || FieldPath.Find(before, expected.FirstField) is not { } named)
        {
            return Judgement.NotJudged(
                first.WhereInBody(expected.FirstField),
                $"{expected.FirstField}, to refer to",
                first.Body.Defect ?? $"absent from {Excerpt.OfBytes(first.Response.Body)}",
                $"see why step {expected.First} did not answer with it"
            );
        }

        JsonElement? refers = second.Json is { } after ? FieldPath.Find(after, expected.SecondField) : null;
        return refers is { } value && JsonElement.DeepEquals(value, named)
            ? Judgement.Held
            : Judgement.Broken(Finding(expected, second, named, refers)) with
            {
                Exchange = second.Exchange.Index,
            };
    }

    private static Finding Finding(Expected expected, SeenExchange second, JsonElement named, JsonElement? refers) =>
        new(
            second.WhereInBody(expected.SecondField),
            Cited.At(
                $"{Excerpt.OfValue(named)}, the {expected.FirstField} of step {expected.First}",
                expected.Requirement.Location
            ),
            refers is { } value
                ? Excerpt.OfValue(value)
                : second.Body.Defect ?? $"absent from {Excerpt.OfBytes(second.Response.Body)}",
            $"let {expected.SecondField} name the resource that step {expected.First} was answered with"
        );
}
