using System.Collections.Immutable;
using Conformance.Simulator.Faults;

namespace Conformance.Cli.Verification;

/// <summary>What is verified, and how thoroughly.</summary>
/// <param name="Plan">The cases, with the options they are run with; shared by all runs.</param>
/// <param name="Faults">The faults, in the order they are shown.</param>
internal sealed record VerificationOptions(ConformancePlan Plan, ImmutableArray<Fault> Faults)
{
    /// <summary>How many cases must have caught a fault before the rest of its run is spared.</summary>
    public const int EnoughCatches = 10;

    /// <summary>How long a server may take to say something of its own accord about bytes and time.</summary>
    public static readonly TimeSpan TransportTime = TimeSpan.FromSeconds(15);

    /// <summary>Makes the simulator with a fault, or without one.</summary>
    public Func<TimeProvider, Fault?, SimulatorTarget> Target { get; init; } =
        (time, fault) => fault is null ? new SimulatorTarget(time) : new SimulatorTarget(time, fault.Name);

    /// <summary>How many faults are tried beside each other.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>How many faults of deliveries are tried beside each other, and beside the others: their cases mostly wait.</summary>
    public int ParallelDeliveries { get; init; } = 6;

    /// <summary>How many cases run beside each other against one fault.</summary>
    public int Workers { get; init; } = 8;

    /// <summary>Whether every case is carried out against every fault, those included that use up a limit.</summary>
    public bool IsFull { get; init; }

    /// <summary>The options a run against the simulator starts from: it answers at once or never, and a fault must not eat the time.</summary>
    public static RunOptions ForSimulator(string specification) =>
        new()
        {
            Specification = specification,
            RequestTimeout = TimeSpan.FromSeconds(10),
            CaseTimeout = TimeSpan.FromSeconds(60),
            RunTimeout = TimeSpan.FromMinutes(2),
            MaxWait = TimeSpan.FromSeconds(10),
            Reports = "none",
        };
}
