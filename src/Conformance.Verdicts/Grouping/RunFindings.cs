using System.Collections.Immutable;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Grouping;

/// <summary>One cause, with every case it shows in.</summary>
/// <param name="Cause">Check, requirement and place.</param>
/// <param name="Example">The first check that shows it.</param>
/// <param name="Case">The case of that check.</param>
/// <param name="CaseIds">The cases it shows in, in the order of the run.</param>
public sealed record FindingGroup(string Cause, CheckResult Example, CaseResult Case, ImmutableArray<string> CaseIds)
{
    /// <summary>The other cases that show it.</summary>
    /// <param name="caseId">The case to leave out.</param>
    public IEnumerable<string> CasesBeside(string caseId) => CaseIds.Where(id => id != caseId);
}

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

    /// <summary>The group of a finding; null when it is none of this run's.</summary>
    /// <param name="finding">The finding.</param>
    public FindingGroup? Of(Finding? finding) => finding?.Cause is { } cause ? byCause.GetValueOrDefault(cause) : null;

    private static ImmutableArray<FindingGroup> Group(CaseResult[] cases, CheckOutcome outcome) =>
        [
            .. cases
                .SelectMany(c => c.Checks.Where(r => r.Outcome == outcome).Select(r => (Case: c, Check: r)))
                .GroupBy(f => f.Check.Finding?.Cause ?? $"{f.Check.Check} | {f.Check.Requirement.Id}")
                .Select(g => new FindingGroup(
                    g.Key,
                    g.First().Check,
                    g.First().Case,
                    [.. g.Select(f => f.Case.Case.Id).Distinct()]
                ))
                .OrderByDescending(g => g.CaseIds.Length)
                .ThenBy(g => g.Cause, StringComparer.Ordinal),
        ];
}
