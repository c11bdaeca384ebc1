using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Maintenance comes when it came.</summary>
internal sealed class MaintenanceWindowsAreKept()
    : EvolutionRule(
        "EVO-907",
        "Maintenance windows are kept",
        "Consumers lay their nightly jobs around the window; another one falls into them."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Of(pair)
            .SelectMany(e =>
                Demand(e.Subject, "the maintenance window", Words(e.Old), Words(e.New), (_, _) => Order(e.Old, e.New))
            );

    private static Located<string>? Words(TargetEnvironment environment) =>
        environment.MaintenanceWindow is { } window
            ? In($"{window.Day} {window.From:HH\\:mm}-{window.To:HH\\:mm} UTC", window.Location)
            : null;

    /// <summary>A shorter window within the old one asks less of consumers; any other may ask more.</summary>
    private static int Order(TargetEnvironment old, TargetEnvironment now)
    {
        var (before, after) = (old.MaintenanceWindow!, now.MaintenanceWindow!);
        var isWithin =
            before.Day == after.Day
            && before.From < before.To
            && after.From < after.To
            && after.From >= before.From
            && after.To <= before.To;
        return isWithin ? -1 : 1;
    }
}
