using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>The provider is up as much as it promised.</summary>
internal sealed class UptimeIsKept()
    : EvolutionRule(
        "EVO-905",
        "Uptime is kept",
        "Consumers sum up the promises of their suppliers into their own; each is worth no more than the lowest."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Levels(pair)
            .SelectMany(e =>
                Promise(
                        e.Subject,
                        "the uptime in percent",
                        e.Old?.UptimePercent,
                        e.New?.UptimePercent,
                        (before, after) => after.CompareTo(before)
                    )
                    .Concat(
                        Promise(
                            e.Subject,
                            "that maintenance counts as downtime",
                            Counts(e.Old),
                            Counts(e.New),
                            (before, after) => after.CompareTo(before)
                        )
                    )
            );

    private static Located<bool>? Counts(ServiceLevel? level) =>
        level?.MaintenanceExcluded is { } excluded ? In<bool>(!excluded, level.Location) : null;
}
