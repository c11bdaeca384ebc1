using System.Globalization;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.IsStillRefused;

namespace Conformance.Verdicts.Checks;

/// <summary>A request that came well before the end that a refusal told is refused too.</summary>
internal sealed class IsStillRefused : CaseCheck<Expected>
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (
            seen.AnsweredOf(expected.Refusal).FirstOrDefault(e => e.Status == 429) is not { } refused
            || seen.Final(expected.Step) is not { } later
        )
        {
            return expected.IsEssential
                ? StepIsMissing(expected.Step, "a request while the limit is used up")
                : Judgement.DoesNotApply;
        }

        if (later.Status == 429)
        {
            return Judgement.Held;
        }

        var names = seen.Context.Specification.RateLimits?.Headers;
        var (told, then) = (RateLimitReading.Of(refused, names), RateLimitReading.Of(later, names));
        var passed = then.AnsweredAt - told.SentAt;
        if (Left(seen, told) is not { } left || passed + Margin >= left)
        {
            return expected.IsEssential ? CameTooLate(expected, later) : Judgement.DoesNotApply;
        }

        return Judgement.Broken(
            new Finding(
                later.Where("status line"),
                Cited.At(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"429 until the window ends, {left.TotalSeconds:0} s after the first refusal"
                    ),
                    expected.Requirement.Location
                ),
                string.Create(CultureInfo.InvariantCulture, $"{later.Summary()} after {passed.TotalSeconds:0} s"),
                "refuse every request of the client until the window ends"
            )
        ) with
        {
            Exchange = later.Exchange.Index,
        };
    }

    // The least of what the refusal told in one way or another: a wait that never changes says little about the end.
    private static TimeSpan? Left(SeenCase seen, RateLimitReading told)
    {
        var window = PublishedLimits.Of(seen.Context, told.Seen.Endpoint).FirstOrDefault()?.Window;
        var byReset = told.End is { } end
            ? new[] { told.SentAt, ResetClock.DateOf(told.Seen) }
                .OfType<DateTimeOffset>()
                .Select(now => TimeSpan.FromSeconds(end - now.ToUnixTimeSeconds()))
                .Where(left => left >= TimeSpan.Zero && left <= window + Margin)
            : [];
        var all = byReset.Concat(ToldWait.Of(told.Seen) is { } wait ? [wait] : []).ToArray();
        return all.Length == 0 ? null : all.Min();
    }

    private static Judgement CameTooLate(Expected expected, SeenExchange later) =>
        Judgement.NotJudged(
            later.Where("status line"),
            "a request while the limit is used up",
            $"{later.Summary()}, but the window may have been over by then",
            $"see why step {expected.Step} came so late, or run against a target that answers faster"
        );
}
