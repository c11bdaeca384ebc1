using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Every operation stays.</summary>
internal sealed class OperationsAreKept()
    : EvolutionRule(
        "EVO-101",
        "Operations are kept",
        "Whoever calls an operation that is gone gets nothing but errors. A new one is for the provider to build."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var (old, now) in pair.AllOperations)
        {
            if (now is null)
            {
                yield return Found(
                    Impacts.OnConsumers,
                    new Subject(old!.Name, old.Method.Location, pair.New.Info.Location),
                    old.Deprecated is { } deprecated
                        ? $"the operation is gone; it was deprecated{Sunset(deprecated)}"
                        : "the operation is gone"
                );
            }
            else if (old is null)
            {
                yield return Found(
                    Impacts.OnProvider,
                    new Subject(now.Name, pair.Old.Info.Location, now.Method.Location),
                    "the operation is new"
                );
            }
        }
    }

    private static string Sunset(Deprecation deprecation) =>
        deprecation.Sunset is { } sunset ? $", with its end on {sunset.Value}" : "";
}
