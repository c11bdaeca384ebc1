using System.Collections.Immutable;
using System.Globalization;
using Conformance.Simulator.Faults;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>Decides what the suite made of a fault, by what its cases came to.</summary>
internal sealed class FaultJudgement(VerificationOptions options, Yardstick yardstick, Fault fault)
{
    /// <summary>The row.</summary>
    /// <param name="results">The cases that were carried out.</param>
    /// <param name="alterations">Decisions that the fault altered.</param>
    /// <param name="wasInterrupted">Whether others would have been.</param>
    public FaultOutcome Judge(IReadOnlyCollection<CaseResult> results, long alterations, bool wasInterrupted)
    {
        var byCase = results.ToDictionary(r => r.Case.Id, StringComparer.Ordinal);
        var ran = options.Plan.Cases.Select(c => byCase.GetValueOrDefault(c.Id)).OfType<CaseResult>().ToList();
        var row = new FaultOutcome(fault, Detection.Caught)
        {
            Catches = [.. ran.Select(yardstick.FailureOf).OfType<Sighting>()],
            Warnings = [.. ran.Select(yardstick.WarningOf).OfType<Sighting>()],
            LeftOpen = ran.Count(yardstick.IsLeftOpen),
            CasesRun = ran.Count,
            IsComplete = ran.Count == options.Plan.Cases.Length,
            Defects =
            [
                .. ran.Where(r => r.Verdict is Verdict.Error && yardstick.Passes(r.Case.Id))
                    .Select(r => $"{r.Case.Id}: {r.Reason}"),
            ],
        };
        if (!row.Catches.IsEmpty)
        {
            return row;
        }

        var (detection, reason) = Uncaught(row, ran, alterations, wasInterrupted);
        return row with { Detection = detection, Reason = reason };
    }

    /// <summary>The row of a fault that one case caught once, but not a second time.</summary>
    public static FaultOutcome Unconfirmed(FaultOutcome once) =>
        once with
        {
            Detection = Detection.Survived,
            Catches = [],
            Reason = $"Only {once.Catches[0].Case.Id} failed, and it passed when it was carried out again.",
        };

    private (Detection Detection, string? Reason) Uncaught(
        FaultOutcome row,
        List<CaseResult> ran,
        long alterations,
        bool wasInterrupted
    )
    {
        if (wasInterrupted)
        {
            return (Detection.NotRun, FaultRun.Interrupted(fault).Reason);
        }

        if (!row.Warnings.IsEmpty)
        {
            return (Detection.Warned, null);
        }

        if (fault.LeftOpenBy(options.Plan.Specification) is { } allowed)
        {
            return (Detection.NotApplicable, allowed);
        }

        if (row.LeftOpen > 0)
        {
            var first = ran.First(yardstick.IsLeftOpen).Reason;
            return fault.Area is FaultArea.Transport
                ? (Detection.Open, Open(row, first))
                : (
                    Detection.Survived,
                    Text($"No case failed; {row.LeftOpen} could not be carried out, the first for this reason: {first}")
                );
        }

        return (
            Detection.Survived,
            alterations == 0
                ? Text($"The suite never provokes it: {ran.Count} cases ran, and gave the fault no occasion.")
                : Text(
                    $"{ran.Count} cases ran, and none noticed, though the fault altered {alterations} decisions of the server."
                )
        );
    }

    private static string Open(FaultOutcome row, string? first) =>
        Text(
            $"Noticed: {row.LeftOpen} of {row.CasesRun} cases could not be carried out; a run would end with exit code 5. The first for this reason: {first}"
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
