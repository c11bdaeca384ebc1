using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.QuotaIsBack;

namespace Conformance.Verdicts.Checks;

/// <summary>In the window after a refusal as many requests are served as the limit allows, not only a few.</summary>
internal sealed class QuotaIsBack : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        // A first request that is not served is another sentence's matter.
        var first = expected.Again is { } step ? seen.Final(step) : null;
        if (expected.Again is not null && first is not { IsSuccess: true })
        {
            return Judgement.DoesNotApply;
        }

        var answered = seen.AnsweredOf(expected.Step).ToArray();
        if (answered.Length == 0)
        {
            return StepIsMissing(expected.Step, "requests in the window after the refusal");
        }

        var served = answered.Count(e => e.Status != 429) + (first is null ? 0 : 1);
        if (Array.Find(answered, e => e.Status == 429) is { } refused && served < expected.Served)
        {
            return Judgement.Broken(
                new Finding(
                    refused.Where("status line"),
                    Cited.At($"{expected.Served} requests to be served in a new window", expected.Requirement.Location),
                    $"429 after {served} requests of the new window",
                    "give back the whole quota when a window ends"
                )
            ) with
            {
                Exchange = refused.Exchange.Index,
            };
        }

        return Half(seen, first ?? answered[0], expected) is { } little ? Judgement.Broken(little) : Judgement.Held;
    }

    // Only a fixed window says that everything is back at once.
    private static Finding? Half(SeenCase seen, SeenExchange first, Expected expected)
    {
        var rules = seen.Context.Specification.RateLimits;
        var reading = RateLimitReading.Of(first, rules?.Headers);
        return
            rules is { Algorithm.Value: "fixed_window", Headers.Remaining: { } name }
            && expected.Again is not null
            && reading.Remaining < reading.Limit / 2
            ? new(
                first.Where($"header {name.Value}"),
                Cited.At($"about {reading.Limit - 1}, for a new window has begun", name.Location),
                $"{reading.Remaining}",
                "begin to count anew when a window ends"
            )
            : null;
    }
}
