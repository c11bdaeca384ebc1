using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Clients need not wait longer than they did.</summary>
internal sealed class ClientTimeoutsAreKept()
    : EvolutionRule(
        "EVO-908",
        "Timeouts of clients are kept",
        "A client that gives up after the old time gives up too early when it is to wait longer."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Levels(pair)
            .SelectMany(e =>
                Demand(
                    e.Subject,
                    "the time after which clients give up",
                    e.Old?.ClientTimeout,
                    e.New?.ClientTimeout,
                    (before, after) => after.CompareTo(before)
                )
            );
}
