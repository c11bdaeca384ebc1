using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>Events that consumers wait for are sent.</summary>
internal sealed class EventsAreKept()
    : EvolutionRule(
        "EVO-801",
        "Events are kept",
        "A consumer that waits for an event that is no longer sent waits for ever. A new one reaches only those that subscribe to it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks, pair.New.Webhooks);
        var subject = pair.Section("webhooks", old?.Location, now?.Location);
        var (olds, news) = (Names(old), Names(now));
        return
        [
            .. Named
                .Without(olds, news)
                .Select(e => Event(subject with { Old = e.Location }, e.Value, Impacts.OnConsumers, "is gone")),
            .. Named
                .Without(news, olds)
                .Select(e => Event(subject with { New = e.Location }, e.Value, Impacts.OnProvider, "is new")),
        ];
    }

    private Change Event(Subject subject, string name, Impacts impacts, string what) =>
        Found(impacts, subject with { Name = $"webhook {name}" }, $"the event {what}") with
        {
            Direction = Direction.ToConsumer,
        };

    private static Located<string>[] Names(Specification.Model.Webhooks? webhooks) =>
        webhooks is null ? [] : [.. webhooks.Events.Select(e => e.Name), .. webhooks.Subscriptions];
}
