using System.Collections.Immutable;
using Conformance.Consumers.Client.Traces;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Client.Judging;

/// <summary>Judges obligations by what was seen, and writes the verdicts as results of cases.</summary>
/// <param name="seen">What was seen.</param>
/// <param name="mask">Knows the secrets that were seen.</param>
/// <param name="isStrict">Whether advice, drafts and proposals fail a client.</param>
/// <param name="repeat">The command line that shows a script again.</param>
internal sealed class ClientJudge(Observation seen, SecretMask mask, bool isStrict, Func<string, string> repeat)
{
    /// <summary>The verdict of an obligation.</summary>
    public CaseResult Judge(ClientCase obligation)
    {
        try
        {
            return Conclude(obligation, obligation.Judge(seen));
        }
#pragma warning disable CA1031 // A defect of ours must show as an error of this case, and nothing else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Result(obligation, Verdict.Error, $"A defect of this tool: {e.GetType().Name}: {e.Message}", [], []);
        }
    }

    private CaseResult Conclude(ClientCase obligation, Ruling ruling)
    {
        var gates = isStrict || obligation.Requirement.Gates;
        return ruling switch
        {
            Ruling.Broken broken when gates => Judged(obligation, Verdict.Failed, CheckOutcome.Broken, broken.Evidence),
            Ruling.Broken broken => Judged(obligation, Verdict.Passed, CheckOutcome.Warned, broken.Evidence),
            Ruling.Doubtful doubtful => Judged(obligation, Verdict.Passed, CheckOutcome.Warned, [doubtful.Evidence]),
            Ruling.Observed observed => Judged(obligation, Verdict.Passed, CheckOutcome.Observed, [observed.Evidence]),
            Ruling.NotProvoked(var reason) => Result(
                obligation,
                // What cannot fail a client does not keep it from being certified either.
                gates ? Verdict.Inconclusive : Verdict.Skipped,
                $"not seen: {reason}",
                [],
                Played(obligation)
            ),
            Ruling.DoesNotApply(var reason) => Result(obligation, Verdict.Skipped, reason, [], []),
            _ => Judged(obligation, Verdict.Passed, CheckOutcome.Held, []),
        };
    }

    private CaseResult Judged(
        ClientCase obligation,
        Verdict verdict,
        CheckOutcome outcome,
        ImmutableArray<Evidence> evidence
    )
    {
        var traces = Played(obligation).Concat(evidence.Select(e => e.Call?.Script).OfType<string>()).Distinct();
        SeenCall[] calls = [.. traces.Select(seen.In).OfType<ScriptTrace>().SelectMany(t => t.Calls)];
        var name = obligation.Id.Split('/')[2];
        ImmutableArray<CheckResult> checks = evidence.IsEmpty
            ? [new(name, obligation.Requirement, outcome, null, null)]
            :
            [
                .. evidence.Select(e => new CheckResult(
                    name,
                    obligation.Requirement,
                    outcome,
                    Array.FindIndex(calls, c => c == e.Call) is var index && index < 0 ? null : index,
                    new Finding(mask.Apply(e.Where), mask.Apply(e.Expected), mask.Apply(e.Actual), e.Fix)
                    {
                        Cause = $"{obligation.Id} | {mask.Apply(e.Expected)}",
                    }
                )),
            ];
        return Result(obligation, verdict, null, checks, [.. traces]) with
        {
            Repeat = evidence is [{ Call.Script: var script }, ..] ? repeat(script) : null,
        };
    }

    private CaseResult Result(
        ClientCase obligation,
        Verdict verdict,
        string? reason,
        ImmutableArray<CheckResult> checks,
        ImmutableArray<string> scripts
    )
    {
        ScriptTrace[] traces = [.. scripts.Select(seen.In).OfType<ScriptTrace>()];
        var contractCase = new ContractCase
        {
            Id = obligation.Id,
            Title = obligation.Title,
            Kind = obligation.Kind,
            Requirement = obligation.Requirement,
            Steps = [],
            Tags = ["consumer", .. scripts],
        };
        return new CaseResult
        {
            Case = contractCase,
            Verdict = verdict,
            Reason = reason is null ? null : mask.Apply(reason),
            Checks = checks,
            Record =
                traces.Length == 0
                    ? null
                    : new CaseRecord
                    {
                        Case = contractCase,
                        Exchanges = SeenExchanges.Of([.. traces.SelectMany(t => t.Calls)], mask),
                        StartedAt = traces.Min(t => t.StartedAt),
                        Duration = traces.Max(t => t.EndedAt) - traces.Min(t => t.StartedAt),
                    },
        };
    }

    // All traffic shows what no script provokes; ordinary traffic stands for it in reports.
    private ImmutableArray<string> Played(ClientCase obligation) =>
        obligation.Scripts.IsEmpty
            ? [seen.Traces[0].Script]
            : [.. obligation.Scripts.Where(s => seen.In(s) is not null)];
}
