using System.Collections.Immutable;

namespace Conformance.Simulator.Faults;

/// <summary>The faults that are switched on.</summary>
/// <param name="faults">The faults, in the order they apply.</param>
internal sealed class FaultSet(ImmutableArray<Fault> faults)
{
    /// <summary>Hands a decision through every fault.</summary>
    /// <param name="decision">The honest decision.</param>
    /// <param name="hook">The hook it passes.</param>
    public T Through<T>(T decision, Func<Fault, T, T> hook)
    {
        foreach (var fault in faults)
        {
            decision = hook(fault, decision);
        }

        return decision;
    }
}
