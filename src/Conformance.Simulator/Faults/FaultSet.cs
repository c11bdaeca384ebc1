using System.Collections.Immutable;

namespace Conformance.Simulator.Faults;

/// <summary>The faults that are switched on.</summary>
/// <param name="faults">The faults, in the order they apply.</param>
internal sealed class FaultSet(ImmutableArray<Fault> faults)
{
    private long _altered;

    /// <summary>How many decisions were altered so far: none means that no request ever gave the faults anything to lie about.</summary>
    public long Alterations => Interlocked.Read(ref _altered);

    /// <summary>Hands a decision through every fault.</summary>
    /// <param name="decision">The honest decision.</param>
    /// <param name="hook">The hook it passes.</param>
    public T Through<T>(T decision, Func<Fault, T, T> hook)
    {
        foreach (var fault in faults)
        {
            var told = hook(fault, decision);
            if (!Truth.IsSame(decision, told))
            {
                Interlocked.Increment(ref _altered);
            }

            decision = told;
        }

        return decision;
    }
}
