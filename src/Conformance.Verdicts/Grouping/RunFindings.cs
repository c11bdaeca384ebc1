using System.Collections.Immutable;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Grouping;

/// <summary>The findings of a run by cause: what there is to repair, not how often it was met. Immutable.</summary>
public sealed class RunFindings
{
    private readonly ImmutableDictionary<string, FindingGroup> byCause;

    private RunFindings(
        ImmutableArray<FindingGroup> failures,
        ImmutableArray<FindingGroup> warnings,
        ImmutableArray<FindingGroup> observations
    )
    {
        Failures = failures;
        Warnings = warnings;
        Observations = observations;
        byCause = failures.Concat(warnings).ToImmutableDictionary(g => g.Cause);
    }

    /// <summary>The causes of failures, the most frequent first.</summary>
    public ImmutableArray<FindingGroup> Failures { get; }

    /// <summary>The causes of warnings alone, the most frequent first.</summary>
    public ImmutableArray<FindingGroup> Warnings { get; }

    /// <summary>What was seen where the specification decides nothing, alike answers to alike requests together.</summary>
    public ImmutableArray<FindingGroup> Observations { get; }

    /// <summary>Groups the findings of judged cases.</summary>
    /// <param name="results">The cases.</param>
    public static RunFindings Group(IEnumerable<CaseResult> results)
    {
        var cases = results.ToArray();
        var failures = Group(cases, CheckOutcome.Broken);
        var causes = failures.Select(g => g.Cause).ToHashSet();
        return new(
            failures,
            [.. Group(cases, CheckOutcome.Warned).Where(g => !causes.Contains(g.Cause))],
            Group(cases, CheckOutcome.Observed)
        );
    }

    /// <summary>
    /// The causes of failures, together where they show in the same cases: what is missing in the same answers tends to
    /// be one thing to repair. The most frequent first; of those together, in the order of the checks.
    /// </summary>
    public IEnumerable<IReadOnlyList<FindingGroup>> FailuresTogether =>
        Failures
            .GroupBy(g => string.Join('\n', g.CaseIds))
            .Select(g => g.OrderBy(f => f.Case.Checks.IndexOf(f.Example)).ToArray());

    /// <summary>The group of a finding; null when it is none of this run's.</summary>
    /// <param name="finding">The finding.</param>
    public FindingGroup? Of(Finding? finding) => finding?.Cause is { } cause ? byCause.GetValueOrDefault(cause) : null;

    private static ImmutableArray<FindingGroup> Group(CaseResult[] cases, CheckOutcome outcome) =>
        [
            .. cases
                .SelectMany(c => c.Checks.Where(r => r.Outcome == outcome).Select(r => (Case: c, Check: r)))
                .GroupBy(f => f.Check.Finding?.Cause ?? $"{f.Check.Check} | {f.Check.Requirement.Id}")
                .Select(g => FindingGroup.Of(g.Key, [.. g]))
                .OrderByDescending(g => g.CaseIds.Length)
                .ThenBy(g => g.Cause, StringComparer.Ordinal),
        ];
}
