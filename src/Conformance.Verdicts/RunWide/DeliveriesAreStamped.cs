using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Deliveries carry the time of their attempt in the declared form (STANDARDS WHS-03). That it is about now is judged
/// where the target's clock is known.
/// </summary>
internal sealed class DeliveriesAreStamped : DeliveryInvariant
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        if (
            DeliveryTimestamp.Of(delivery) is not { } stamp
            || delivery.Webhooks.Security is not { } security
            || DeliveryHeaders.TimestampOf(security) is not { } header
        )
        {
            return;
        }

        var location = security.TimestampHeader?.Location ?? security.Location;
        if (stamp.Moment is not { } moment)
        {
            Break(
                new Finding(
                    delivery.Where($"{header} header"),
                    Cited.At(DeliveryTimestamp.FormOf(security), location),
                    stamp.Text is { } text ? Excerpt.OfText(text, 60) : "absent",
                    "send the time of the attempt in the declared form"
                ),
                delivery.Exchange
            );
            return;
        }

        var tolerance = security.Tolerance?.Value ?? Usual;
        var (earliest, latest) = (delivery.Facts.Moment.Earliest, delivery.Facts.Moment.Latest);
        if (delivery.Context.KnowsTargetClock && (moment < earliest - tolerance || moment > latest + tolerance))
        {
            Break(
                new Finding(
                    delivery.Where($"{header} header"),
                    Cited.At(
                        $"within {SeenDeliveries.Time(tolerance)} of its arrival at {latest.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                        security.Tolerance?.Location ?? location
                    ),
                    $"{Excerpt.OfText(stamp.Text, 60)}, which is {moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                    "stamp every attempt with the clock when it is sent: a receiver refuses the others"
                ),
                delivery.Exchange
            );
        }
    }
}
