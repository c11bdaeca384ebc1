using System.Collections.Immutable;
using System.Globalization;
using Conformance.Comparing;
using Conformance.Verdicts.Results;

namespace Conformance.Gating;

/// <summary>An earlier run whose failures are known: only new ones gate. They are shown as failed all the same.</summary>
internal sealed class Baseline
{
    private readonly SummarizedRun run;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> causes;

    private Baseline(SummarizedRun run)
    {
        this.run = run;
        causes = run.FailureCauses();
    }

    /// <summary>Reads the baseline of a run; null where none is asked for.</summary>
    /// <param name="path">Its <c>summary.json</c>, or the folder it is in; null for none.</param>
    public static Attempt<Baseline>? Read(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var read = SummarizedRun.Read(path);
        return read.Succeeded ? new Baseline(read.Value) : read.Refusal;
    }

    /// <summary>The cases that fail as they did then: for no cause that is not known of this very case.</summary>
    /// <param name="results">The cases of the run.</param>
    public ImmutableHashSet<string> Known(IEnumerable<CaseResult> results) =>
        results
            .Where(r =>
                r.Verdict is Verdict.Failed && causes.TryGetValue(r.Case.Id, out var known) && IsKnown(r, known)
            )
            .Select(r => r.Case.Id)
            .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>What should be known of the baseline.</summary>
    /// <param name="result">The cases of the run.</param>
    /// <param name="digest">Digest of the run's specification.</param>
    public IEnumerable<string> Notes(IReadOnlyCollection<CaseResult> result, string digest)
    {
        var known = Known(result).Count;
        var repaired = result.Count(r => r.Verdict is Verdict.Passed && causes.ContainsKey(r.Case.Id));
        var unseen = causes.Keys.Except(result.Where(IsDecided).Select(r => r.Case.Id)).Count();
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Against the baseline of {run.Run.StartedAt:yyyy-MM-dd HH:mm} UTC: {known} known failures, {repaired} repaired{(repaired > 0 ? " (renew the baseline)" : "")}, {unseen} not decided in this run."
        );
        if (run.Run.Specification.Sha256 != digest)
        {
            yield return "The baseline is of another version of the specification.";
        }
    }

    private static bool IsDecided(CaseResult result) => result.Verdict is Verdict.Passed or Verdict.Failed;

    private static bool IsKnown(CaseResult result, ImmutableHashSet<string> known) =>
        result.Failures.All(f => known.Contains(f.Finding?.Cause ?? $"{f.Check} | {f.Requirement.Id}"));
}
