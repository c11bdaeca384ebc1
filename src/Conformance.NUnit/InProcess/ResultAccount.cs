using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Verdicts.Results;
using NUnit.Framework.Interfaces;

namespace Conformance.NUnit.InProcess;

/// <summary>
/// Counts what NUnit says it ran, to be compared with what the session judged. Two books that are kept apart: a case
/// that NUnit lost, or ended differently, is a defect that must show.
/// </summary>
internal sealed class ResultAccount : ITestListener
{
    private readonly ConcurrentDictionary<string, ImmutableArray<TestStatus>> finished = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void TestFinished(ITestResult result)
    {
        if (!result.Test.IsSuite && result.Test.Arguments is [string id])
        {
            var status = result.ResultState.Status;
            finished.AddOrUpdate(id, [status], (_, earlier) => earlier.Add(status));
        }
    }

    /// <inheritdoc />
    public void TestStarted(ITest test) { }

    /// <inheritdoc />
    public void TestOutput(TestOutput output) { }

    /// <inheritdoc />
    public void SendMessage(TestMessage message) { }

    /// <summary>Where NUnit's book and the session's differ, in sentences; empty when they agree.</summary>
    public IEnumerable<string> Compare(ConformanceSession session)
    {
        foreach (var contractCase in session.Cases)
        {
            var verdict = session.ResultOf(contractCase.Id)?.Verdict;
            var seen = finished.GetValueOrDefault(contractCase.Id, []);
            // A case that was not started because the run was ending has no verdict yet; NUnit calls it inconclusive.
            var expected = StatusOf(verdict ?? Verdict.Inconclusive);
            if (seen is not [var only] || only != expected)
            {
                var statuses = seen.Length == 0 ? "never ran it" : $"ended it as {string.Join(", ", seen)}";
                yield return $"Defect of the runner: {contractCase.Id} is {verdict?.ToString() ?? "without a verdict"}, but NUnit {statuses}.";
            }
        }
    }

    private static TestStatus StatusOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => TestStatus.Passed,
            Verdict.Inconclusive => TestStatus.Inconclusive,
            Verdict.Skipped => TestStatus.Skipped,
            _ => TestStatus.Failed,
        };
}
