using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Deliveries have the declared envelope (STANDARDS WHS-04). Fields beside it are those of the event, whose place the
/// written form leaves open.
/// </summary>
internal sealed class EnvelopesMatch : DeliveryInvariant
{
    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        if (delivery.Webhooks.Envelope is not { } envelope || delivery.Json is null)
        {
            return;
        }

        foreach (
            var violation in delivery
                .Body.Violations(envelope, delivery.Context)
                .Where(v => !v.IsUndecided && v.Keyword is not ("additionalProperties" or "unevaluatedProperties"))
        )
        {
            Break(
                new Finding(
                    Excerpt.OfText(delivery.WhereInBody(violation.Path)),
                    Cited.At(violation.Expected, violation.Rule),
                    Excerpt.OfText(violation.Actual, 300),
                    "send every event as payload_structure says, or say there what is sent"
                ),
                delivery.Exchange
            );
        }
    }
}
