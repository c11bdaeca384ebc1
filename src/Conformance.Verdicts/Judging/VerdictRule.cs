using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>
/// What a case comes to. A contradiction that was seen is a failure whatever happened afterwards; a pass needs that
/// what the case is about was seen to hold.
/// </summary>
internal static class VerdictRule
{
    /// <summary>Decides the verdict and, unless it is passed or failed, the reason.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="book">What was judged.</param>
    public static (Verdict Verdict, string? Reason) Decide(SeenCase seen, CheckBook book)
    {
        if (book.Results.Any(r => r.Outcome is CheckOutcome.Broken))
        {
            return (Verdict.Failed, book.Crash);
        }

        if (book.Crash is { } crash)
        {
            return (Verdict.Error, crash);
        }

        if (seen.Record.Obstacle is { } obstacle)
        {
            return (VerdictOf(obstacle.Kind), ReasonOf(obstacle));
        }

        if (book.Unjudged.FirstOrDefault()?.Finding is { } open)
        {
            return (Verdict.Inconclusive, $"{open.Where}: {open.Actual}");
        }

        return WasSeen(seen, book) is { } missing ? (Verdict.Inconclusive, missing) : (Verdict.Passed, null);
    }

    private static string? WasSeen(SeenCase seen, CheckBook book)
    {
        if (seen.Record.Exchanges.IsEmpty)
        {
            return "nothing was sent, so nothing was seen";
        }

        var own = seen.Case.Requirement.Id;
        return book.Results.Any(r =>
            r.Requirement.Id == own && r.Outcome is CheckOutcome.Held or CheckOutcome.Warned or CheckOutcome.Observed
        )
            ? null
            : $"no check of this case judged its own requirement, {own}";
    }

    private static Verdict VerdictOf(ObstacleKind kind) =>
        kind switch
        {
            ObstacleKind.Broken => Verdict.Error,
            ObstacleKind.NotAllowedHere or ObstacleKind.NotConfigured => Verdict.Skipped,
            _ => Verdict.Inconclusive,
        };

    private static string ReasonOf(Obstacle obstacle) =>
        obstacle.Step is { } step ? $"step {step}: {obstacle.Reason}" : obstacle.Reason;
}
