using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.LimitIsEnforced;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The limit is met inside its bounds (STANDARDS RTL-17, RTL-18). Requests of one window are counted, as the reset
/// header tells windows apart; what earlier cases used up is read off the remaining header.
/// </summary>
internal sealed class LimitIsEnforced : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var answered = seen.AnsweredOf(expected.Step).ToArray();
        if (answered.Length == 0)
        {
            return StepIsMissing(expected.Step, "requests up to the limit");
        }

        var names = seen.Context.Specification.RateLimits?.Headers;
        var readings = answered.Select(a => RateLimitReading.Of(a, names)).ToArray();
        var refused = Array.FindIndex(readings, r => r.Seen.Status == 429);
        return refused < 0 ? NotRefused(expected, seen, readings) : Refused(expected, readings, refused);
    }

    private static Judgement Refused(Expected expected, RateLimitReading[] readings, int refused)
    {
        var window = SameWindow(readings, refused);
        var served = window.Length;
        var exchange = readings[refused].Seen;
        if (served > expected.NotAfter)
        {
            return Judgement.Broken(TooLate(expected, served)) with { Exchange = exchange.Exchange.Index };
        }

        if (served >= expected.NotBefore)
        {
            return Judgement.Held;
        }

        if (window.Max(r => r.Remaining) is not { } left)
        {
            return Judgement.NotJudged(
                exchange.Where("status line"),
                $"{expected.NotBefore} requests to be served in a window",
                $"refused after {served}, and no header tells how much earlier requests had used up",
                "run this case alone, after the window has passed"
            );
        }

        return served < Math.Min(expected.NotBefore, left + 1)
            ? Judgement.Broken(TooEarly(expected, exchange, served, left)) with
            {
                Exchange = exchange.Exchange.Index,
            }
            : Judgement.Held;
    }

    private static Judgement NotRefused(Expected expected, SeenCase seen, RateLimitReading[] readings)
    {
        var most = readings.All(r => r.Reset is not null)
            ? readings.GroupBy(r => r.Reset).Max(g => g.Count())
            : readings.Length;
        if (most >= expected.NotAfter && IsWithinOneWindow(seen, readings))
        {
            return Judgement.Broken(TooLate(expected, most)) with { Exchange = readings[^1].Seen.Exchange.Index };
        }

        return Judgement.NotJudged(
            $"step {expected.Step}",
            $"{expected.NotAfter} requests in one window",
            $"{readings.Length} requests were served, at most {most} of them certainly in one window",
            "run the case against a target, or from a place, that answers faster"
        );
    }

    // The served requests that the window of the refusal counts. A slow target is asked several at once, so answers
    // recorded after the refusal may belong to it too.
    private static RateLimitReading[] SameWindow(RateLimitReading[] readings, int refused)
    {
        var reset = readings[refused].Reset;
        var served = readings.Where(r => r.Seen.Status != 429).ToArray();
        return reset is null || served.Any(r => r.Reset is null) ? served : [.. served.Where(r => r.Reset == reset)];
    }

    private static bool IsWithinOneWindow(SeenCase seen, RateLimitReading[] readings)
    {
        if (readings.All(r => r.Reset is not null))
        {
            return true;
        }

        var window = PublishedLimits.Of(seen.Context, readings[0].Seen.Endpoint).FirstOrDefault()?.Window;
        var scale = (double)(seen.Context.Environment?.TimeScale ?? 1m);
        var taken = (readings[^1].Seen.Exchange.SentAt - readings[0].Seen.Exchange.SentAt) * scale;
        return window is null || taken < window;
    }

    private static Finding TooLate(Expected expected, int served) =>
        new(
            $"step {expected.Step}, status line",
            Cited.At($"429 after at most {expected.NotAfter} requests in a window", expected.Requirement.Location),
            $"{served} requests were served in a window",
            "enforce the published limit, or publish the one that holds"
        );

    private static Finding TooEarly(Expected expected, SeenExchange refused, int served, long left) =>
        new(
            refused.Where("status line"),
            Cited.At($"{expected.NotBefore} requests to be served in a window", expected.Requirement.Location),
            $"429 after {served} requests, though the first of them said that {left} were left",
            "serve the published number of requests, or publish the limit that holds"
        );
}
