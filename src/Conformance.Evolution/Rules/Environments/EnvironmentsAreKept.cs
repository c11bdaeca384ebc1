using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Environments that consumers use stay.</summary>
internal sealed class EnvironmentsAreKept()
    : EvolutionRule(
        "EVO-901",
        "Environments are kept",
        "Consumers test in one and live on another; either is gone with its credentials and data."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var (old, now) in Matching.By(pair.Old.Environments, pair.New.Environments, e => e.Name.Value))
        {
            if (old is not null && now is not null)
            {
                if (old.Kind != now.Kind)
                {
                    yield return Found(
                        Impacts.OnConsumers,
                        new Subject($"environment {now.Name.Value}", old.Name.Location, now.Name.Location),
                        $"the environment is a {Word(now.Kind)}, was a {Word(old.Kind)}"
                    );
                }

                continue;
            }

            yield return Found(
                now is null ? Impacts.OnConsumers : Impacts.OnProvider,
                pair.Section($"environment {(now ?? old)!.Name.Value}", old?.Name.Location, now?.Name.Location),
                now is null ? "the environment is gone" : "the environment is new"
            );
        }
    }

    private static string Word(EnvironmentKind kind) => kind.ToString().ToLowerInvariant();
}
