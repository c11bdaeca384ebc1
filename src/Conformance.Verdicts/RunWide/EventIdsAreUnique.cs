using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;
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
    private readonly Dictionary<string, SeenDelivery> byCreation = new(StringComparer.Ordinal);
    private readonly List<(SeenDelivery First, SeenDelivery Again)> createdTwice = [];

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments)
    {
        foreach (
            var (first, again) in createdTwice.Where(c =>
                !moments.AnyBetween(c.First.Exchange.SentAt, c.Again.Exchange.SentAt)
            )
        )
        {
            Break(
                new Finding(
                    again.Where("deliveries of one event"),
                    Cited.At("one id for one event", Location(again)),
                    $"{Excerpt.OfText(first.Facts.EventId, 60)} and {Excerpt.OfText(again.Facts.EventId, 60)} about one resource, which was created once",
                    "make one event of one creation, with one id for all its attempts"
                ),
                first.Exchange,
                again.Exchange
            );
        }

        return base.Conclude(moments);
    }

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
        if (
            IsOfCreation(delivery)
            && byCreation.Count < MostKept
            && !byCreation.TryAdd(subject, delivery)
            && byCreation[subject].Facts.EventId != id
        )
        {
            createdTwice.Add((byCreation[subject], delivery));
        }

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

    private static SourceLocation Location(SeenDelivery delivery) =>
        delivery.Webhooks.Security?.Dedupe?.Location
        ?? delivery.Webhooks.Envelope?.Location
        ?? delivery.Webhooks.Location;

    private static bool IsOfCreation(SeenDelivery delivery) =>
        DeliveryFields.Of(delivery.Webhooks).ObjectId is { } path
        && delivery.Json is { } body
        && FieldPath.Find(body, path) is not null
        && delivery.Webhooks.Events.FirstOrDefault(e => e.Name.Value == delivery.Facts.EventType)
            is { TriggeredBy.IsEmpty: false } declared
        && declared.TriggeredBy.All(id =>
            delivery.Context.Specification.Endpoints.Any(e =>
                e.OperationId.Value == id.Value && e.Resource?.Action is ResourceAction.Create
            )
        );

    private static string SubjectOf(SeenDelivery delivery, DeliveryFields fields) =>
        fields.ObjectId is { } path && FieldPath.Find(delivery.Json!.Value, path) is { } value
            ? FieldPath.TextOf(value) ?? value.GetRawText()
            : "its resource";
}
