using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>Deliveries about resources of the run are of declared events (STANDARDS WHS-12).</summary>
internal sealed class EventTypesAreDeclared : DeliveryInvariant
{
    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        var fields = DeliveryFields.Of(delivery.Webhooks);
        if (delivery.Json is null || (delivery.Facts.EventType is { } type && fields.Knows(type)))
        {
            return;
        }

        if (delivery.Facts.IsExplained)
        {
            Break(
                new Finding(
                    delivery.Where(fields.EventType ?? "event type"),
                    Cited.At(
                        Cited.OneOf(delivery.Webhooks.Events.Select(e => e.Name.Value)),
                        delivery.Webhooks.Events[0].Location
                    ),
                    delivery.Facts.EventType is { } name ? Excerpt.OfText(name, 60) : "absent",
                    "name the event as the specification does, or declare it there"
                ),
                delivery.Exchange
            );
        }
    }
}
