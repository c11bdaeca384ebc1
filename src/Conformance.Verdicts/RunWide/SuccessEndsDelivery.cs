using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>What was answered 2xx in time is not delivered again (STANDARDS WHS-09).</summary>
internal sealed class SuccessEndsDelivery : DeliveryInvariant
{
    private const int MostKept = 50_000;

    // An attempt may have been under way when the answer to the one before left us.
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, SeenDelivery> done = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        if (delivery.Facts.EventId is not { } id)
        {
            return;
        }

        if (!done.TryGetValue(id, out var before))
        {
            if (delivery.HasSucceeded && done.Count < MostKept)
            {
                done.Add(id, delivery);
            }

            return;
        }

        var answeredAt = before.Exchange.SentAt + before.Exchange.Duration;
        if (
            delivery.Facts.EventType == before.Facts.EventType
            && (
                delivery.Exchange.SentAt > answeredAt + UnderWay
                || delivery.Facts.Moment.Earliest > before.Facts.Moment.Latest + UnderWay
            )
        )
        {
            Break(
                new Finding(
                    delivery.Where("attempt"),
                    $"no attempt after the one that was answered {SeenDeliveries.Answer(before)}",
                    $"{Excerpt.OfText(id, 60)} came again, at most {SeenDeliveries.Time(delivery.Facts.Moment.Latest - before.Facts.Moment.Latest)} later",
                    "take every 2xx as the end of a delivery"
                ),
                before.Exchange,
                delivery.Exchange
            );
        }
    }
}
