using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using Conformance.Verdicts.RunWide;

namespace Conformance.Records;

/// <summary>
/// Judges the cases about a whole run by what was recorded of it, once for each process that carried cases out: clocks,
/// credentials and an embedded target are those of one process, so what two of them saw is not compared.
/// </summary>
internal sealed class WholeRunJudging
{
    private readonly ImmutableArray<RunJudge> judges;

    private WholeRunJudging(ImmutableArray<RunJudge> judges) => this.judges = judges;

    /// <summary>Looks through a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cases">All cases by id, those about the whole run among them.</param>
    /// <param name="restoring">Restores exchanges.</param>
    /// <param name="context">How cases are judged.</param>
    /// <exception cref="FormatException">The record does not fit the specification.</exception>
    public static WholeRunJudging Of(
        RunRecord record,
        IReadOnlyDictionary<string, ContractCase> cases,
        CaseRestoring restoring,
        JudgeContext context
    )
    {
        var aboutRun = cases.Values.Where(c => c.OverRun is not null).ToArray();
        var judges = ImmutableArray.CreateBuilder<RunJudge>();
        for (var segment = 0; segment < record.Manifest.Segments.Length; segment++)
        {
            var judge = new RunJudge(aboutRun, context);
            var observed = record
                .Cases.Where(c => c.Segment == segment && c.Order is not null)
                .OrderBy(c => c.Order)
                .Select(c => restoring.Record(c, cases[c.Id]));
            foreach (var one in observed.OfType<CaseRecord>())
            {
                judge.Observe(one);
            }

            judge.Observe(restoring.Exchanges(record.Deliveries.GetValueOrDefault(segment, [])));
            judges.Add(judge);
        }

        return new WholeRunJudging(judges.ToImmutable());
    }

    /// <summary>What each process shows of a case about the whole run.</summary>
    /// <param name="contractCase">The case.</param>
    /// <param name="leftOut">Why other cases were left out; null when all were carried out.</param>
    /// <param name="at">When the decision is made.</param>
    public ImmutableArray<CaseResult> Conclude(ContractCase contractCase, string? leftOut, DateTimeOffset at) =>
        [.. judges.Select(j => j.Conclude(contractCase, leftOut, at))];

    /// <summary>
    /// What a run comes to that several processes carried out: it fails where one of them failed, and passes where one
    /// of them saw what the case is about and none saw it broken.
    /// </summary>
    /// <param name="shown">What each of them shows; at least one.</param>
    public static CaseResult Together(IReadOnlyCollection<CaseResult> shown) =>
        shown.MinBy(r =>
            r.Verdict switch
            {
                Verdict.Failed => 0,
                Verdict.Error => 1,
                Verdict.Inconclusive => 2,
                Verdict.Passed => 3,
                _ => 4,
            }
        )!;
}
