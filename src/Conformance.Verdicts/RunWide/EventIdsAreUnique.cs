using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// Different events have different ids, and one event has one (STANDARDS WHS-05). A resource is created once, so two
/// ids for its creation are two for one event; not across a change of the target's state, which may have emptied its
/// store.
/// </summary>
internal sealed class EventIdsAreUnique : DeliveryInvariant
{
    private const int MostKept = 50_000;
    private readonly Dictionary<string, (string Subject, SeenDelivery First)> byId = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        var fields = DeliveryFields.Of(delivery.Webhooks);
        if (fields.EventId is not { } field || delivery.Json is null)
        {
            return;
        }

        if (delivery.Facts.EventId is not { Length: > 0 } id)
        {
            Break(
                new Finding(
                    delivery.Where(field),
                    Cited.At("the id of the event", Location(delivery)),
                    "absent, or no text",
                    $"send in {field} what tells the event from all others"
                ),
                delivery.Exchange
            );
            return;
        }

        var subject = $"{delivery.Facts.EventType} about {SubjectOf(delivery, fields)}";
        if (byId.Count < MostKept && byId.TryAdd(id, (subject, delivery)))
        {
            return;
        }

        if (byId.TryGetValue(id, out var earlier) && earlier.Subject != subject)
        {
            Break(
                new Finding(
                    delivery.Where(field),
                    Cited.At("an id that no other event has", Location(delivery)),
                    $"{Excerpt.OfText(id, 60)} twice: {Excerpt.OfText(earlier.Subject, 80)}, and {Excerpt.OfText(subject, 80)}",
                    "give every event an id of its own, from a source that never repeats"
                ),
                earlier.First.Exchange,
                delivery.Exchange
            );
        }
    }

    private static Specification.Model.SourceLocation Location(SeenDelivery delivery) =>
        delivery.Webhooks.Security?.Dedupe?.Location
        ?? delivery.Webhooks.Envelope?.Location
        ?? delivery.Webhooks.Location;

    private static string SubjectOf(SeenDelivery delivery, DeliveryFields fields) =>
        fields.ObjectId is { } path && FieldPath.Find(delivery.Json!.Value, path) is { } value
            ? Excerpt.OfValue(value)
            : "its resource";
}
