using System.Collections.Immutable;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>The whole matrix.</summary>
/// <param name="Options">What was verified.</param>
/// <param name="Conforming">The runs against the simulator without a fault: one before all others, one among them.</param>
/// <param name="Faults">The rows, in the order of the catalogue.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record VerificationResult(
    VerificationOptions Options,
    ImmutableArray<ConformingOutcome> Conforming,
    ImmutableArray<FaultOutcome> Faults,
    TimeSpan Duration
)
{
    /// <summary>The cases that failed although nothing is wrong, each once.</summary>
    public IEnumerable<CaseResult> FalseAlarms => Conforming.SelectMany(c => c.FalseAlarms).DistinctBy(c => c.Case.Id);

    /// <summary>Requests of all runs.</summary>
    public int Requests => Conforming.Sum(c => c.Requests) + Faults.Sum(f => f.Requests);

    /// <summary>
    /// A suite that fails a conforming server is wrong, whatever it catches; one that lets a fault pass is not enough.
    /// </summary>
    public int ExitCode =>
        FalseAlarms.Any() ? ExitCodes.RequirementFailed
        : Faults.Any(f => f.Detection is Detection.NotRun) ? ExitCodes.Interrupted
        : Faults.Any(f => f.Detection is Detection.Survived) ? ExitCodes.GateNotMet
        : ExitCodes.Conforming;

    /// <summary>The rows that came to this.</summary>
    public IEnumerable<FaultOutcome> Of(Detection detection) => Faults.Where(f => f.Detection == detection);
}
