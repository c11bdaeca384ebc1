using System.Collections.Immutable;
using Conformance.Execution.Recording;

namespace Conformance.Verdicts.Results;

/// <summary>Beside what an attempt at a case was made.</summary>
public enum AttemptSetting
{
    /// <summary>Where the case has its place in the run, beside others.</summary>
    InOrder,

    /// <summary>While nothing else ran.</summary>
    Alone,
}

/// <summary>Why a case came to different verdicts when it was repeated, as far as what was recorded shows it.</summary>
public enum Flakiness
{
    /// <summary>The target refused for too many requests, or for load, when it failed.</summary>
    Throttling,

    /// <summary>The target took far longer, or did not answer in time, when it failed.</summary>
    Latency,

    /// <summary>It fails beside other cases and passes alone.</summary>
    Order,

    /// <summary>The attempts sent other data.</summary>
    Data,

    /// <summary>Nothing that was recorded explains it.</summary>
    Unexplained,
}

/// <summary>One attempt at a case that was repeated. A plain record: it holds its own exchanges.</summary>
/// <param name="Number">From 1, in the order in which they were made.</param>
/// <param name="Setting">Beside what it was made.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Reason">Why, unless passed or failed.</param>
/// <param name="Checks">Its checks.</param>
/// <param name="Record">What was recorded of it.</param>
public sealed record CaseAttempt(
    int Number,
    AttemptSetting Setting,
    Verdict Verdict,
    string? Reason,
    ImmutableArray<CheckResult> Checks,
    CaseRecord? Record
)
{
    /// <summary>An attempt, as it was judged.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="setting">Beside what it was made.</param>
    /// <param name="result">What it came to.</param>
    public static CaseAttempt Of(int number, AttemptSetting setting, CaseResult result) =>
        new(number, setting, result.Verdict, result.Reason, result.Checks, result.Record);

    /// <summary>The attempt as a result of its case, for reports that show each by itself.</summary>
    /// <param name="of">The result that it belongs to.</param>
    public CaseResult AsResult(CaseResult of) =>
        of with
        {
            Verdict = Verdict,
            Reason = Reason,
            Checks = Checks,
            Record = Record,
            Attempts = [],
            Flakiness = null,
        };
}
