using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;

namespace Conformance.Verdicts.Results;

/// <summary>What a case came to.</summary>
public enum Verdict
{
    /// <summary>Every check of the case held.</summary>
    Passed,

    /// <summary>The target contradicts a requirement.</summary>
    Failed,

    /// <summary>The case could not be carried out; never counted as passed.</summary>
    Inconclusive,

    /// <summary>Not selected, not applicable here, or waived.</summary>
    Skipped,

    /// <summary>A defect of ours or of the configuration.</summary>
    Error,
}

/// <summary>What one check came to.</summary>
public enum CheckOutcome
{
    /// <summary>It held.</summary>
    Held,

    /// <summary>It did not hold.</summary>
    Broken,

    /// <summary>It did not hold, but the requirement does not gate (SHOULD, or basis D or P).</summary>
    Warned,

    /// <summary>It could not be judged; the finding says why.</summary>
    NotJudged,

    /// <summary>
    /// The specification leaves open what must happen; the finding says what did. Never fails a target, not even a
    /// strict run.
    /// </summary>
    Observed,

    /// <summary>It did not hold, and somebody accepts that for a while; the reason of the case says who, why and until when.</summary>
    Waived,
}

/// <summary>One check of one case, judged.</summary>
/// <param name="Check">Name of the check: the sentence that holds when it passes, for example <c>StatusIs</c>.</param>
/// <param name="Requirement">The requirement it judges.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Exchange">Index of the exchange it judged; null when it judged several.</param>
/// <param name="Finding">The evidence; null when it held.</param>
public sealed record CheckResult(
    string Check,
    Requirement Requirement,
    CheckOutcome Outcome,
    int? Exchange,
    Finding? Finding
)
{
    /// <summary>How many answers of the case show it; only invariants are judged more than once.</summary>
    public int Times { get; init; } = 1;

    /// <summary>
    /// The answer it was found in, <c>POST /things 201</c>; null when it held, or looked at several exchanges.
    /// </summary>
    public string? Answer { get; init; }
}

/// <summary>The evidence of a check that did not hold: where, expected, actual, how to fix.</summary>
/// <param name="Where">Place in the exchange, for example <c>response 201, body, items[1].price</c>.</param>
/// <param name="Expected">What the requirement demands.</param>
/// <param name="Actual">What was seen.</param>
/// <param name="Fix">What to do about it, on either side.</param>
public sealed record Finding(string Where, string Expected, string Actual, string Fix)
{
    /// <summary>What makes findings the same finding over many cases: check, requirement and place without indices.</summary>
    public string? Cause { get; init; }
}

/// <summary>The smallest thing that fails in the same way as a generated case that failed.</summary>
/// <param name="Body">The request's body as JSON, secrets masked; null for a sequence of several calls.</param>
/// <param name="Scenario">The same as an entry of <c>test_scenarios</c> in YAML, ready to be added to the specification;
/// null for cases that the suite has anyway.</param>
/// <param name="Tried">How many smaller cases were carried out to find it.</param>
public sealed record SmallestFailure(string? Body, string? Scenario, int Tried);

/// <summary>A case with its verdict, its checks and everything that was recorded.</summary>
public sealed record CaseResult
{
    /// <summary>The case.</summary>
    public required ContractCase Case { get; init; }

    /// <summary>What it came to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it is not passed, in one sentence; null for passed and failed cases.</summary>
    public string? Reason { get; init; }

    /// <summary>All checks in the order they were judged.</summary>
    public ImmutableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>What was recorded; null for cases that were not started.</summary>
    public CaseRecord? Record { get; init; }

    /// <summary>A <c>curl</c> command that repeats the request that shows the failure, secrets masked; null when none does.</summary>
    public string? Repeat { get; init; }

    /// <summary>The smallest request or sequence that fails in the same way; null when none was looked for or found.</summary>
    public SmallestFailure? Smallest { get; init; }

    /// <summary>The other attempts at the case, in order; empty when it was carried out once.</summary>
    public ImmutableArray<CaseAttempt> Attempts { get; init; } = [];

    /// <summary>Why its attempts came to different verdicts; null when they did not.</summary>
    public Flakiness? Flakiness { get; init; }

    /// <summary>The checks that did not hold and gate.</summary>
    public IEnumerable<CheckResult> Failures => Checks.Where(c => c.Outcome is CheckOutcome.Broken);

    /// <summary>The checks that did not hold and do not gate.</summary>
    public IEnumerable<CheckResult> Warnings => Checks.Where(c => c.Outcome is CheckOutcome.Warned);

    /// <summary>What was seen where the specification decides nothing.</summary>
    public IEnumerable<CheckResult> Observations => Checks.Where(c => c.Outcome is CheckOutcome.Observed);
}
