using System.Collections.Immutable;
using Conformance.Simulator.Faults;

namespace Conformance.Cli.Verification;

/// <summary>One row of the matrix: a fault, and what the suite made of it.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Detection">What the suite made of it.</param>
internal sealed record FaultOutcome(Fault Fault, Detection Detection)
{
    /// <summary>Why it is neither caught nor warned of, in a sentence or two; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The cases that failed, in the order of the case list: all of them, or as many as were waited for.</summary>
    public ImmutableArray<Sighting> Catches { get; init; } = [];

    /// <summary>The warnings that the conforming simulator does not get.</summary>
    public ImmutableArray<Sighting> Warnings { get; init; } = [];

    /// <summary>Cases that could not be carried out, though a conforming server passes them.</summary>
    public int LeftOpen { get; init; }

    /// <summary>Number of cases that were carried out.</summary>
    public int CasesRun { get; init; }

    /// <summary>Whether every selected case was carried out; otherwise the run ended when enough was known.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Cases that broke: defects of this tool that the fault brought to light.</summary>
    public ImmutableArray<string> Defects { get; init; } = [];

    /// <summary>Decisions of the simulator that the fault altered.</summary>
    public long Alterations { get; init; }

    /// <summary>Requests that were sent.</summary>
    public int Requests { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The row of a fault that has nothing to lie about.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="lack">What the specification has not.</param>
    public static FaultOutcome NotApplicable(Fault fault, string lack) =>
        new(fault, Detection.NotApplicable) { Reason = $"The specification has no {lack}." };
}
