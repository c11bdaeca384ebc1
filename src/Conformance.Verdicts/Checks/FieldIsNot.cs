using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldIsNot;

namespace Conformance.Verdicts.Checks;

/// <summary>A value that is the target's to decide was not taken over from the request. A refused request took over nothing.</summary>
internal sealed class FieldIsNot : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (seen.Status is >= 400 and < 500)
        {
            return Judgement.DoesNotApply;
        }

        if (seen.Json is not { } body)
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                $"{expected.Field} as the target decides it",
                seen.Body.Defect!,
                "answer with the declared body"
            );
        }

        return FieldPath.Select(body, expected.Field).Any(v => JsonElement.DeepEquals(v, expected.Value))
            ? Judgement.Broken(
                new Finding(
                    seen.WhereInBody(expected.Field),
                    Cited.At(
                        $"a value that the target decides, not {Excerpt.OfValue(expected.Value)} from the request",
                        expected.Requirement.Location
                    ),
                    Excerpt.OfValue(expected.Value),
                    $"ignore {expected.Field} in requests, or refuse them; take over only what the request declares"
                )
            )
            : Judgement.Held;
    }
}
