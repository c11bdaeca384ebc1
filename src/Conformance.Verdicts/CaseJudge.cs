using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Repetition;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts;

/// <summary>Judges what was recorded of a case. Pure: it reads the record and nothing else, and sends nothing.</summary>
public static class CaseJudge
{
    /// <summary>Judges a case. Never throws: a defect in a check makes the case an error that names the check.</summary>
    /// <param name="record">What was recorded.</param>
    /// <param name="context">The specification and what else is known of the target.</param>
    public static CaseResult Judge(CaseRecord record, JudgeContext context)
    {
        var seen = new SeenCase(record, context);
        var book = new CheckBook(seen);
        StepJudging.Judge(seen, book);
        CaseJudging.Judge(seen, book);
        InvariantJudging.Judge(seen, book);

        var (verdict, reason) = VerdictRule.Decide(seen, book);
        return new CaseResult
        {
            Case = record.Case,
            Verdict = verdict,
            Reason = reason is null ? null : context.Mask(reason),
            Checks = book.Results,
            Record = record,
            Repeat = RepeatOf(record, book.Results) is { } request ? context.Mask(CurlCommand.For(request)) : null,
        };
    }

    /// <summary>A case that was not started: not selected, not applicable here, or waived.</summary>
    /// <param name="of">The case.</param>
    /// <param name="reason">Why.</param>
    public static CaseResult Skipped(Scenarios.Cases.ContractCase of, string reason) =>
        new()
        {
            Case = of,
            Verdict = Verdict.Skipped,
            Reason = reason,
        };

    /// <summary>A case that could not be started, though it was to be: the run ended before, or the target was never reached.</summary>
    /// <param name="of">The case.</param>
    /// <param name="reason">Why.</param>
    public static CaseResult NotCarriedOut(Scenarios.Cases.ContractCase of, string reason) =>
        new()
        {
            Case = of,
            Verdict = Verdict.Inconclusive,
            Reason = reason,
        };

    /// <summary>A case that a defect of ours or of the configuration broke.</summary>
    /// <param name="of">The case.</param>
    /// <param name="reason">Which defect.</param>
    public static CaseResult Broken(Scenarios.Cases.ContractCase of, string reason) =>
        new()
        {
            Case = of,
            Verdict = Verdict.Error,
            Reason = reason,
        };

    /// <summary>The result of a case whose turn had not come when the run was ended.</summary>
    /// <param name="of">The case.</param>
    public static CaseResult Interrupted(Scenarios.Cases.ContractCase of) =>
        new()
        {
            Case = of,
            Verdict = Verdict.Inconclusive,
            Reason = "The run was ended before this case was carried out.",
        };

    // The request that shows the gravest finding; a finding over several exchanges is shown by the last of them.
    private static RecordedRequest? RepeatOf(CaseRecord record, ImmutableArray<CheckResult> results)
    {
        var shown =
            results.FirstOrDefault(r => r.Outcome is CheckOutcome.Broken)
            ?? results.FirstOrDefault(r => r.Outcome is CheckOutcome.Warned)
            ?? results.FirstOrDefault(r => r.Outcome is CheckOutcome.NotJudged && r.Exchange is not null);
        if (shown is null)
        {
            return null;
        }

        var exchange = shown.Exchange is { } index
            ? record.Exchanges.FirstOrDefault(e => e.Index == index)
            : record.Exchanges.LastOrDefault(e => e.Purpose is ExchangePurpose.Step);
        // Nobody but the target can repeat what it sent; what made it do so can be repeated.
        return (
            exchange?.Delivery is null
                ? exchange
                : record.Exchanges.LastOrDefault(e => e.Purpose is ExchangePurpose.Step)
        )?.Request;
    }
}
