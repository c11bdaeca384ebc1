using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>Receivers can tell old deliveries and repeated events as they did.</summary>
internal sealed class ReplayProtectionIsKept()
    : EvolutionRule(
        "EVO-804",
        "Replay protection is kept",
        "A receiver that looks for the time in the old header or format refuses every delivery; one with another key processes events twice."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks?.Security, pair.New.Webhooks?.Security);
        var subject = pair.Section(
            "webhook replay protection",
            old?.Location ?? pair.Old.Webhooks?.Location,
            now?.Location ?? pair.New.Webhooks?.Location
        );
        return new[]
        {
            Promise(subject, "the header with the time", Lower(old?.TimestampHeader), Lower(now?.TimestampHeader)),
            Promise(subject, "the format of the time", old?.TimestampFormat, now?.TimestampFormat),
            Promise(
                subject,
                "what the time is of",
                In(old?.TimestampScope, old?.Location),
                In(now?.TimestampScope, now?.Location)
            ),
            Promise(subject, "the key that events are recognised by", old?.Dedupe?.Key, now?.Dedupe?.Key),
            // Receivers must refuse what is older, and remember as long.
            Demand(subject, "the greatest age of a delivery", old?.Tolerance, now?.Tolerance),
            Demand(
                subject,
                "the time events are remembered",
                In(old?.Dedupe?.Retention, old?.Dedupe?.Location),
                In(now?.Dedupe?.Retention, now?.Dedupe?.Location),
                (before, after) => after.CompareTo(before)
            ),
        }.SelectMany(c => c).Select(c => c with { Direction = Direction.ToConsumer });
    }

    private static Located<string>? Lower(Located<string>? name) =>
        name is null ? null : name with { Value = name.Value.ToLowerInvariant() };
}
