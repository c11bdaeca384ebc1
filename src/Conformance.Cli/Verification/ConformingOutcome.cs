using System.Collections.Immutable;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>What the suite made of the simulator without a fault: the yardstick, and the proof that it raises no false alarm.</summary>
/// <param name="Cases">Every case with its verdict.</param>
/// <param name="Requests">Requests that were sent.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ConformingOutcome(ImmutableArray<CaseResult> Cases, int Requests, TimeSpan Duration)
{
    /// <summary>The cases that failed, or broke, although nothing is wrong.</summary>
    public IEnumerable<CaseResult> FalseAlarms => Cases.Where(c => c.Verdict is Verdict.Failed or Verdict.Error);

    /// <summary>The cases that could not be carried out; they can detect nothing.</summary>
    public IEnumerable<CaseResult> Open => Cases.Where(c => c.Verdict is Verdict.Inconclusive or Verdict.Skipped);

    /// <summary>Number of cases with this verdict.</summary>
    public int Count(Verdict verdict) => Cases.Count(c => c.Verdict == verdict);
}
