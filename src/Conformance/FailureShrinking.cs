using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Shrinking;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>
/// Looks for the smallest case that fails for the same cause as a generated one that failed, by carrying smaller ones out.
/// Once for each cause, and within bounds: a target that refuses everything is not asked a thousand times.
/// </summary>
internal sealed class FailureShrinking(ConformancePlan plan, TargetSession target, JudgeContext judgement) : IDisposable
{
    /// <summary>How many failures of a run are made smaller.</summary>
    public const int MostCases = 8;

    /// <summary>How many smaller cases are tried for each.</summary>
    public const int MostAttempts = 40;

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ConcurrentDictionary<string, bool> causes = new(StringComparer.Ordinal);
    private readonly Lazy<CaseShrinking> shrinking = new(() =>
        new CaseShrinking(
            plan.Specification,
            new CompilerOptions { Seed = plan.Options.Seed, Environment = plan.Environment.Environment }
        )
    );

    /// <summary>The result with the smallest failure beside it; the result as it is where nothing smaller is looked for.</summary>
    /// <param name="failed">What a case came to.</param>
    /// <param name="cancellationToken">Ends the search; what was found until then stands.</param>
    public async Task<CaseResult> ShrinkAsync(CaseResult failed, CancellationToken cancellationToken)
    {
        if (
            !plan.Options.Shrinks
            || failed.Verdict is not Verdict.Failed
            || !CaseShrinking.CanShrink(failed.Case)
            || !IsNew(failed)
        )
        {
            return failed;
        }

        try
        {
            await oneAtATime.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return failed;
        }

        try
        {
            return await SearchAsync(failed, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The results with each cause's smallest failure beside the first case that shows the cause, where people look.</summary>
    /// <param name="results">All results of the run, in the order of the case list.</param>
    public static ImmutableArray<CaseResult> Spread(ImmutableArray<CaseResult> results)
    {
        var found = results
            .Where(r => r.Smallest is not null)
            .GroupBy(CauseOf)
            .ToDictionary(g => g.Key, g => g.First().Smallest, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. results.Select(r =>
                r.Verdict is Verdict.Failed && told.Add(CauseOf(r)) && found.TryGetValue(CauseOf(r), out var smallest)
                    ? r with
                    {
                        Smallest = r.Smallest ?? smallest,
                    }
                    : r
            ),
        ];
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<CaseResult> SearchAsync(CaseResult failed, CancellationToken cancellationToken)
    {
        var smallest = failed;
        var tried = 0;
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in shrinking.Value.Smaller(smallest.Case))
            {
                if (tried++ == MostAttempts || cancellationToken.IsCancellationRequested)
                {
                    break;
                }

                var record = await target.ExecuteAsync(candidate, cancellationToken);
                var result = CaseJudge.Judge(record, judgement);
                if (result.Verdict is Verdict.Failed && CauseOf(result) == CauseOf(failed))
                {
                    smallest = result;
                    isSmaller = true;
                    break;
                }
            }

            isSmaller &= tried <= MostAttempts;
        }

        return failed with
        {
            Smallest = Describe(failed, smallest, Math.Min(tried, MostAttempts)),
        };
    }

    // An explored case is kept by adding it to the specification; any other is in the suite already.
    private SmallestFailure? Describe(CaseResult failed, CaseResult smallest, int tried)
    {
        var isExplored = failed.Case.Tags.Contains("explored");
        var body = ReferenceEquals(smallest, failed) && !isExplored ? null : CaseShrinking.BodyOf(smallest.Case);
        var scenario = isExplored ? CaseShrinking.ScenarioOf(smallest.Case) : null;
        return body is null && scenario is null
            ? null
            : new SmallestFailure(
                body is null ? null : judgement.Mask(body),
                scenario is null ? null : judgement.Mask(scenario),
                tried
            );
    }

    private bool IsNew(CaseResult failed) => causes.Count < MostCases && causes.TryAdd(CauseOf(failed), true);

    private static string CauseOf(CaseResult result) =>
        result.Failures.Select(f => f.Finding?.Cause ?? f.Requirement.Id).FirstOrDefault() ?? "";
}
