using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.NUnit;

/// <summary>Tells NUnit what a case came to, in full: every check that did not hold, not only the first.</summary>
internal static class CaseAssertions
{
    /// <summary>Ends the running test with the verdict of its case.</summary>
    public static void Report(CaseResult result)
    {
        switch (result.Verdict)
        {
            case Verdict.Passed:
                ReportWarnings(result);
                break;
            case Verdict.Failed:
                FailWithEveryCheck(result);
                break;
            case Verdict.Inconclusive:
                Assert.Inconclusive(FindingRenderer.Render(result));
                break;
            case Verdict.Skipped:
                Assert.Ignore(result.Reason ?? "skipped");
                break;
            default:
                Assert.Fail(FindingRenderer.Render(result));
                break;
        }
    }

    private static void ReportWarnings(CaseResult result)
    {
        if (result.Warnings.Any())
        {
            TestContext.Out.Write(FindingRenderer.Render(result));
        }
    }

    private static void FailWithEveryCheck(CaseResult result)
    {
        using var scope = new AssertionScope(result.Case.Id);
        foreach (var check in result.Failures)
        {
            scope.AddPreFormattedFailure(FindingRenderer.Render(check));
        }

        if (result.Repeat is not null)
        {
            scope.AddPreFormattedFailure($"repeat      {result.Repeat}");
        }

        if (!scope.HasFailures())
        {
            scope.AddPreFormattedFailure(FindingRenderer.Render(result));
        }
    }
}
