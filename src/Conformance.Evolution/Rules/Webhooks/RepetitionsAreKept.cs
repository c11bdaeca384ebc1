using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>Failed deliveries are repeated as often and as long as they were.</summary>
internal sealed class RepetitionsAreKept()
    : EvolutionRule(
        "EVO-805",
        "Repetitions of deliveries are kept",
        "A receiver that is down for maintenance loses events when the provider gives up sooner."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks?.Retry, pair.New.Webhooks?.Retry);
        var subject = pair.Section(
            "webhook retry policy",
            old?.Location ?? pair.Old.Webhooks?.Location,
            now?.Location ?? pair.New.Webhooks?.Location
        );
        return new[]
        {
            Promise(
                subject,
                "the number of attempts",
                old?.Attempts,
                now?.Attempts,
                (before, after) => after.CompareTo(before)
            ),
            Promise(
                subject,
                "the last entry of the schedule",
                Last(old),
                Last(now),
                (before, after) => after.CompareTo(before)
            ),
            Promise(subject, "what the schedule's times are", old?.ScheduleMeaning, now?.ScheduleMeaning),
            Between(subject, old, now),
        }
            .SelectMany(c => c)
            .Select(c => c with { Direction = Direction.ToConsumer });
    }

    /// <summary>Other times between the first attempt and the last harm nobody: when attempts come cannot be relied on.</summary>
    private IEnumerable<Change> Between(Subject subject, WebhookRetryPolicy? old, WebhookRetryPolicy? now)
    {
        var olds = old?.Schedule.Select(s => s.Value).ToArray() ?? [];
        var news = now?.Schedule.Select(s => s.Value).ToArray() ?? [];
        if (olds.Length > 0 && news.Length > 0 && !olds.SkipLast(1).SequenceEqual(news.SkipLast(1)))
        {
            yield return Found(
                Impacts.OnNobody,
                subject,
                $"attempts are made at {string.Join(", ", news.Select(t => Phrase.Of(t)))}, were at {string.Join(", ", olds.Select(t => Phrase.Of(t)))}"
            );
        }
    }

    private static Located<TimeSpan>? Last(WebhookRetryPolicy? policy) => policy?.Schedule.LastOrDefault();
}
