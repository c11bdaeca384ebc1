using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.LimitIsEnforced;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The limit is met inside its bounds (STANDARDS RTL-17, RTL-18, C.2). The step begins in a window that nobody used
/// before; when another one begins meanwhile, only the requests of the last are counted.
/// </summary>
internal sealed class LimitIsEnforced : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (UsedUpLimit.Of(seen, expected.Step) is not { } used)
        {
            return StepIsMissing(expected.Step, "requests up to the limit");
        }

        if (expected.MayLeaveUncounted && !CountsWhatItTurnsDown(used) && used.InWindow.Length > expected.NotAfter)
        {
            return Judgement.Observed(Uncounted(expected, used));
        }

        if (used.Refusal is { } refusal)
        {
            return Judge(expected, seen, used, refusal) with { Exchange = refusal.Seen.Exchange.Index };
        }

        return used.OtherRefusal is { } other
            ? Judgement.Broken(RefusedOtherwise(expected, used, other.Seen)) with
            {
                Exchange = other.Seen.Exchange.Index,
            }
            : NotRefused(expected, seen, used);
    }

    private static bool CountsWhatItTurnsDown(UsedUpLimit used)
    {
        var left = used.InWindow.Where(r => !r.Seen.IsSuccess && r.Remaining is not null).Select(r => r.Remaining);
        return left.Distinct().Skip(1).Any();
    }

    private static Judgement Judge(Expected expected, SeenCase seen, UsedUpLimit used, RateLimitReading refusal)
    {
        var served = used.InWindow.Length;
        var isTooEarly =
            used.Served.Length < expected.NotBefore || (used.HasRolled && IsFixed(seen) && served < expected.NotBefore);
        if (isTooEarly)
        {
            return Judgement.Broken(TooEarly(expected, refusal.Seen, served));
        }

        return served <= expected.NotAfter ? Judgement.Held : TooLate(expected, seen, used);
    }

    // Where no algorithm is declared, a bucket that is refilled meanwhile admits more than a window (STANDARDS C.2).
    private static Judgement TooLate(Expected expected, SeenCase seen, UsedUpLimit used)
    {
        var served = used.InWindow.Length;
        var finding = TooLate(expected, served);
        if (IsFixed(seen))
        {
            return Judgement.Broken(finding);
        }

        var refilled = Refilled(expected, seen, used);
        return seen.Context.Specification.RateLimits?.Algorithm?.Value switch
        {
            "token_bucket" => served <= refilled ? Judgement.Held : Judgement.Broken(finding),
            "sliding_window" => Judgement.Broken(finding),
            _ => served <= Math.Max(refilled, Widest(expected))
                ? Judgement.Doubtful(finding)
                : Judgement.Broken(finding),
        };
    }

    private static int Widest(Expected expected) =>
        expected.NotAfter > expected.NotBefore ? expected.NotAfter + expected.NotBefore : expected.NotAfter;

    private static double Refilled(Expected expected, SeenCase seen, UsedUpLimit used) =>
        Window(seen, used) is { } window
            ? expected.NotAfter + Math.Ceiling(expected.NotBefore * (used.Taken / window)) + 1
            : expected.NotAfter;

    private static Judgement NotRefused(Expected expected, SeenCase seen, UsedUpLimit used)
    {
        var served = used.InWindow.Length;
        var bound = IsFixed(seen) ? expected.NotAfter : Math.Max(expected.NotAfter, Refilled(expected, seen, used));
        var isOneWindow = used.HasRolled || Window(seen, used) is not { } window || used.Taken < window;
        if (served > bound && isOneWindow)
        {
            return Judgement.Broken(TooLate(expected, served)) with
            {
                Exchange = used.Readings[^1].Seen.Exchange.Index,
            };
        }

        return Judgement.NotJudged(
            $"step {expected.Step}",
            $"{expected.NotAfter} requests in one window",
            $"{used.Served.Length} requests were served, at most {served} of them certainly in one window",
            "run the case against a target, or from a place, that answers faster"
        );
    }

    private static bool IsFixed(SeenCase seen) =>
        seen.Context.Specification.RateLimits?.Algorithm?.Value is "fixed_window";

    private static TimeSpan? Window(SeenCase seen, UsedUpLimit used) =>
        PublishedLimits.Of(seen.Context, used.Readings[0].Seen.Endpoint) is [RateLimit shortest, ..]
            ? shortest.Window
            : null;

    private static Finding TooLate(Expected expected, int served) =>
        NotInTime(
            expected,
            $"{served} requests were served in a window",
            "enforce the published limit, or publish the one that holds"
        );

    private static Finding Uncounted(Expected expected, UsedUpLimit used) =>
        NotInTime(
            expected,
            $"{used.InWindow[^1].Seen.Status} to {used.InWindow.Length} requests, none of which the target's headers count",
            "say in the specification whether requests that are turned down count towards the limit"
        );

    private static Finding NotInTime(Expected expected, string actual, string fix) =>
        new(
            $"step {expected.Step}, status line",
            Cited.At($"429 after at most {expected.NotAfter} requests in a window", expected.Requirement.Location),
            actual,
            fix
        );

    private static Finding TooEarly(Expected expected, SeenExchange refused, int served) =>
        new(
            refused.Where("status line"),
            Cited.At($"{expected.NotBefore} requests to be served in a window", expected.Requirement.Location),
            $"429 after {served} requests in a window that was not used before",
            "serve the published number of requests, or publish the limit that holds"
        );

    private static Finding RefusedOtherwise(Expected expected, UsedUpLimit used, SeenExchange other) =>
        new(
            other.Where("status line"),
            Cited.At("429 when the limit is used up", expected.Requirement.Location),
            $"{other.Summary()}, again and again after {used.Served.Length} requests were served",
            "refuse requests over the limit with the declared status"
        );
}
