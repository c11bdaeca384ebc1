using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>Our verdicts in Allure's words.</summary>
internal static class AllureStatuses
{
    /// <summary>An inconclusive case is skipped for Allure, which would call any other word unknown.</summary>
    public static AllureStatus Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => AllureStatus.Passed,
            Verdict.Failed => AllureStatus.Failed,
            Verdict.Inconclusive or Verdict.Skipped => AllureStatus.Skipped,
            _ => AllureStatus.Broken,
        };

    /// <summary>The status of a check; a warning or an observation does not fail a test.</summary>
    public static AllureStatus Of(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Held or CheckOutcome.Warned or CheckOutcome.Observed => AllureStatus.Passed,
            CheckOutcome.Broken => AllureStatus.Failed,
            _ => AllureStatus.Skipped,
        };

    /// <summary>Why a case is not simply passed; null when it is.</summary>
    public static AllureStatusDetails? DetailsOf(CaseResult result)
    {
        var message = EvidenceText.Headline(result);
        if (message.Length == 0)
        {
            return null;
        }

        var finding = result.Failures.FirstOrDefault()?.Finding;
        return new(
            message,
            EvidenceText.Full(result),
            finding?.Expected,
            finding?.Actual,
            result.Flakiness is null ? null : true
        );
    }

    /// <summary>The evidence of a check; null when it held.</summary>
    public static AllureStatusDetails? DetailsOf(CheckResult check) =>
        check.Finding is { } f
            ? new($"{f.Where}: expected {f.Expected}, got {f.Actual}\nfix: {f.Fix}", null, f.Expected, f.Actual)
            : null;

    /// <summary>The status of a step by those of the steps in it: the worst, but a check that was not judged spoils nothing.</summary>
    public static AllureStatus Worst(IEnumerable<AllureStatus> statuses) =>
        statuses.Where(s => s is not AllureStatus.Skipped).DefaultIfEmpty(AllureStatus.Passed).Max();
}
