using System.Text.Json;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Schemas;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.PayloadAgrees;

namespace Conformance.Verdicts.Checks;

/// <summary>Values of a delivery are those that the API showed; what either of them lacks is not compared.</summary>
internal sealed class PayloadAgrees : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        if (deliveries.Attempts is not [var delivery, ..] || delivery.Json is null)
        {
            return deliveries.NothingToJudge($"the values of {Cited.OneOf(expected.Values.Select(v => v.Field))}");
        }

        var payload = new EventPayload(delivery);
        var compared = expected
            .Values.Select(v => (Value: v, Found: payload.Find(v.Field), Shown: Shown(v, seen)))
            .Where(c => c.Found is not null && (c.Shown is not null || !c.Value.Allowed.IsEmpty))
            .ToArray();
        return compared.Length == 0
            ? Judgement.DoesNotApply
            : Judgement.Broken([
                .. compared
                    .Where(c => !IsRight(c.Value, c.Found!.Value.Value, c.Shown))
                    .Select(c => new Finding(
                        delivery.WhereInBody(c.Found!.Value.Path),
                        Cited.At(Right(c.Value, c.Shown), expected.Requirement.Location),
                        Excerpt.OfValue(c.Found!.Value.Value),
                        $"send in {c.Value.Field} what the API shows of the same resource"
                    )),
            ]) with
            {
                Exchange = delivery.Exchange.Index,
            };
    }

    private static JsonElement? Shown(SharedValue value, SeenCase seen)
    {
        if (seen.Final(value.Step) is not { IsSuccess: true } answer)
        {
            return null;
        }

        var sent = StrictJson.Parse(answer.Exchange.Request.Body).Root;
        return answer.Field(value.AnsweredField)
            ?? (sent is { } body ? FieldPath.Find(body, value.AnsweredField) : null);
    }

    private static bool IsRight(SharedValue value, JsonElement found, JsonElement? shown) =>
        value.Allowed.IsEmpty
            ? shown is { } right && (ValueAgreement.Agree(right, found) || SameText(right, found))
            : value.Allowed.Any(allowed => JsonElement.DeepEquals(allowed, found));

    // An identifier may be a number in one place and a text in the other.
    private static bool SameText(JsonElement one, JsonElement other) =>
        (one.ValueKind, other.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.String) => one.GetRawText() == FieldPath.TextOf(other),
            (JsonValueKind.String, JsonValueKind.Number) => FieldPath.TextOf(one) == other.GetRawText(),
            _ => false,
        };

    private static string Right(SharedValue value, JsonElement? shown) =>
        value.Allowed.IsEmpty
            ? $"{Excerpt.OfValue(shown!.Value)}, as in step {value.Step}"
            : Cited.OneOf(value.Allowed.Select(a => Excerpt.OfValue(a)));
}
