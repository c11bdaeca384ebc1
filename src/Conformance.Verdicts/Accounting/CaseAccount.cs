using System.Collections.Immutable;
using System.Globalization;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Accounting;

/// <summary>
/// Counts a run: planned = passed + failed + inconclusive + skipped + error. What does not add up is a defect, never
/// a pass.
/// </summary>
/// <param name="Planned">Cases of the plan.</param>
/// <param name="Passed">Passed.</param>
/// <param name="Failed">Failed.</param>
/// <param name="Inconclusive">Inconclusive.</param>
/// <param name="Skipped">Skipped.</param>
/// <param name="Error">Errors.</param>
public sealed record CaseAccount(int Planned, int Passed, int Failed, int Inconclusive, int Skipped, int Error)
{
    /// <summary>How many of those that passed did so only when they were repeated.</summary>
    public int Flaky { get; private init; }

    /// <summary>What does not add up, in sentences; empty when everything does.</summary>
    public ImmutableArray<string> Defects { get; private init; } = [];

    /// <summary>Counts a finished run against its plan.</summary>
    /// <param name="planned">Ids of the planned cases.</param>
    /// <param name="result">The run.</param>
    public static CaseAccount Of(IReadOnlyCollection<string> planned, RunResult result) =>
        new(
            planned.Count,
            result.Count(Verdict.Passed),
            result.Count(Verdict.Failed),
            result.Count(Verdict.Inconclusive),
            result.Count(Verdict.Skipped),
            result.Count(Verdict.Error)
        )
        {
            Flaky = result.Cases.Count(c => c is { Verdict: Verdict.Passed, Flakiness: not null }),
            Defects = [.. DefectsOf(planned, result)],
        };

    private static IEnumerable<string> DefectsOf(IReadOnlyCollection<string> planned, RunResult result)
    {
        var judged = result.Cases.CountBy(c => c.Case.Id).ToDictionary();
        var silent = result.Cases.Where(c =>
            c.Verdict is not (Verdict.Passed or Verdict.Failed) && string.IsNullOrWhiteSpace(c.Reason)
        );
        return new[]
        {
            Defect(planned.CountBy(id => id).Where(c => c.Value > 1).Select(c => c.Key), "planned more than once"),
            Defect(planned.Where(id => !judged.ContainsKey(id)), "planned, but without a verdict"),
            Defect(judged.Keys.Except(planned), "judged, but not planned"),
            Defect(judged.Where(c => c.Value > 1).Select(c => c.Key), "judged more than once"),
            Defect(silent.Select(c => c.Case.Id), "neither passed nor failed, without a reason"),
        }.OfType<string>();
    }

    private static string? Defect(IEnumerable<string> cases, string what)
    {
        var ids = cases.ToArray();
        var shown = string.Join(", ", ids.Take(3)) + (ids.Length > 3 ? ", ..." : "");
        return ids.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Cases {what}: {ids.Length} ({shown}).");
    }
}
