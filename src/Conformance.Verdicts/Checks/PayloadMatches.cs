using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.PayloadMatches;

namespace Conformance.Verdicts.Checks;

/// <summary>The event's own fields are what the specification declares, wherever the delivery has them.</summary>
internal sealed class PayloadMatches : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var declared = seen.Context.Specification.Webhooks?.Events.FirstOrDefault(e => e.Name.Value == expected.Event);
        if (deliveries.Attempts is not [var delivery, ..] || declared?.Payload is not { } schema)
        {
            return deliveries.NothingToJudge($"a {expected.Event} with its declared fields");
        }

        // That the body is JSON is judged over all deliveries.
        if (delivery.Json is null)
        {
            return Judgement.NotJudged(
                delivery.Where("body"),
                "a JSON body",
                delivery.Body.Defect!,
                "send the event as JSON"
            );
        }

        var payload = new EventPayload(delivery);
        if (payload.Merged(schema) is not { } merged)
        {
            return Judgement.Observed(
                new Finding(
                    delivery.Where("body"),
                    Cited.At($"the fields declared for {expected.Event}, wherever they are", schema.Location),
                    "none of them: the envelope alone",
                    "say in the specification where the fields of an event are"
                )
            ) with
            {
                Exchange = delivery.Exchange.Index,
            };
        }

        var violations = seen.Context.Schemas.Violations(schema, seen.Context.Specification, merged);
        return Judgement.Broken([
            .. violations
                .Where(v => !v.IsUndecided)
                .Select(v => new Finding(
                    Excerpt.OfText(delivery.WhereInBody(payload.PathOf(v.Path, schema))),
                    Cited.At(v.Expected, v.Rule),
                    Excerpt.OfText(v.Actual, 300),
                    "send what the specification says, or say in the specification what is sent"
                )),
        ]) with
        {
            Exchange = delivery.Exchange.Index,
        };
    }
}
