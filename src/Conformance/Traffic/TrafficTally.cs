using System.Collections.Immutable;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Traffic;

/// <summary>How the exchanges of one operation were judged.</summary>
/// <param name="Operation">Method and path template.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Count">How many of them.</param>
public sealed record OperationCount(string Operation, Verdict Verdict, int Count);

/// <summary>
/// Counts every exchange, and keeps those that people look at: what a recording of days keeps must not grow with it. Of
/// what passed nothing is kept, of what failed for one cause the first few.
/// </summary>
/// <param name="mostOfACause">How many results of one cause are kept; null for all results.</param>
internal sealed class TrafficTally(int? mostOfACause)
{
    private readonly List<CaseResult> kept = [];
    private readonly OrderedDictionary<(string Operation, Verdict Verdict), int> counts = [];
    private readonly Dictionary<string, int> causes = new(StringComparer.Ordinal);

    /// <summary>How many exchanges were judged.</summary>
    public int Judged { get; private set; }

    /// <summary>The time that they took together.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>What is kept, in order.</summary>
    public ImmutableArray<CaseResult> Kept => [.. kept];

    /// <summary>Every exchange by operation and verdict.</summary>
    public ImmutableArray<OperationCount> Counts =>
        [.. counts.Select(c => new OperationCount(c.Key.Operation, c.Key.Verdict, c.Value))];

    /// <summary>How many exchanges that did not pass are counted only.</summary>
    public int NotKept { get; private set; }

    /// <summary>The account of all.</summary>
    public CaseAccount Account =>
        new(
            Judged,
            Of(Verdict.Passed),
            Of(Verdict.Failed),
            Of(Verdict.Inconclusive),
            Of(Verdict.Skipped),
            Of(Verdict.Error)
        );

    /// <summary>Takes a judged exchange.</summary>
    public void Add(CaseResult result)
    {
        Judged++;
        Duration += result.Record?.Duration ?? TimeSpan.Zero;
        var key = (result.Case.Endpoint?.Name ?? "", result.Verdict);
        counts[key] = counts.GetValueOrDefault(key) + 1;
        if (mostOfACause is not { } most)
        {
            kept.Add(result);
        }
        else if (result.Verdict is not Verdict.Passed)
        {
            Keep(result, most);
        }
    }

    private void Keep(CaseResult result, int most)
    {
        var checks = string.Join(' ', result.Failures.Select(f => f.Check).Distinct(StringComparer.Ordinal));
        var cause = $"{result.Case.Endpoint?.OperationId.Value} {result.Verdict} {checks}";
        var seen = causes[cause] = causes.GetValueOrDefault(cause) + 1;
        if (seen <= most)
        {
            kept.Add(result);
        }
        else
        {
            NotKept++;
        }
    }

    private int Of(Verdict verdict) => counts.Where(c => c.Key.Verdict == verdict).Sum(c => c.Value);
}
