using System.Globalization;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>The count of a run in one line.</summary>
internal static class RunAccount
{
    /// <summary><c>145 cases: 142 passed, 3 failed, 0 inconclusive, 0 skipped, 0 error</c>.</summary>
    public static string Of(RunResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Cases.Length} cases: {result.Count(Verdict.Passed)} passed, {result.Count(Verdict.Failed)} failed, {result.Count(Verdict.Inconclusive)} inconclusive, {result.Count(Verdict.Skipped)} skipped, {result.Count(Verdict.Error)} error"
        );
}
