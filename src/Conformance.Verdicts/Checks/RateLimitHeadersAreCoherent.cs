using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RateLimitHeadersAreCoherent;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// Limit, remaining and reset tell one story over several responses (STANDARDS RTL-08 to RTL-12). That remaining
/// falls and reset stays within a window is only demanded where the specification declares a fixed window.
/// </summary>
internal sealed class RateLimitHeadersAreCoherent : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var names = seen.Context.Specification.RateLimits?.Headers;
        var readings = expected
            .Steps.SelectMany(seen.AnsweredOf)
            .Select(e => RateLimitReading.Of(e, names))
            .Where(r => r is not { Limit: null, Remaining: null, Reset: null })
            .ToArray();
        if (names is null || readings.Length < 2)
        {
            return Judgement.NotJudged(
                $"steps {Cited.OneOf(expected.Steps)}",
                "several responses with rate-limit headers",
                names is null ? "the specification names no such headers" : $"{readings.Length} such responses",
                names is null ? "declare rate_limits.headers" : "see why the responses lack the headers"
            );
        }

        var isFixed = seen.Context.Specification.RateLimits?.Algorithm?.Value is "fixed_window";
        var pairs = readings.Zip(readings.Skip(1)).ToArray();
        return Judgement.Broken([
            .. readings.SelectMany(r => Alone(r, names)),
            .. isFixed ? pairs.SelectMany(pair => Together(pair.First, pair.Second, names)) : [],
            .. isFixed && seen.Case.Isolation is CaseIsolation.ExhaustsLimit ? Counted(expected, readings, names) : [],
        ]);
    }

    private static IEnumerable<Finding> Alone(RateLimitReading reading, RateLimitHeaders names)
    {
        var burst = PublishedLimits.BurstFactor(reading.Seen.Context);
        if (reading.Remaining > reading.Limit * burst)
        {
            yield return Finding(reading, names.Remaining!, $"at most {reading.Limit * burst:0.##}", reading.Remaining);
        }

        if (reading.Reset is { } reset && ResetClock.Defect(reading, names.Reset!) is { } defect)
        {
            yield return Finding(reading, names.Reset!, defect, reset);
        }
    }

    private static IEnumerable<Finding> Together(
        RateLimitReading earlier,
        RateLimitReading later,
        RateLimitHeaders names
    )
    {
        var window = PublishedLimits.Of(later.Seen.Context, later.Seen.Endpoint).FirstOrDefault()?.Window;
        // Answers of requests that were under way together are recorded in any order.
        if (!ReferenceEquals(earlier.Seen.Endpoint, later.Seen.Endpoint) || window is null || !later.IsAfter(earlier))
        {
            yield break;
        }

        var isOpen = earlier.Reset == later.Reset || later.IsInWindowOf(earlier, window.Value) is true;
        if (earlier.Reset is null || later.Reset is null || !isOpen)
        {
            yield break;
        }

        // Where more is left than before, a new window has begun, whatever our clock makes of the old one's end.
        if (Math.Abs(later.End!.Value - earlier.End!.Value) > RateLimitReading.Jitter)
        {
            if (later.Remaining <= earlier.Remaining)
            {
                var same = $"{earlier.Reset}, as before, for the window was not over";
                yield return Finding(later, names.Reset!, same, later.Reset);
            }

            yield break;
        }

        if (earlier.Limit is { } limit && later.Limit is { } other && limit != other)
        {
            yield return Finding(later, names.Limit!, $"{limit}, as before in the same window", other);
        }

        if (later.Remaining > earlier.Remaining)
        {
            yield return Finding(later, names.Remaining!, $"at most {earlier.Remaining}, as before", later.Remaining);
        }
    }

    // Nobody else sends meanwhile: every request that is served takes one from what is left. Where several were under
    // way at once, their order is not known.
    private static IEnumerable<Finding> Counted(Expected expected, RateLimitReading[] readings, RateLimitHeaders names)
    {
        for (var i = 1; i < readings.Length; i++)
        {
            var (earlier, later) = (readings[i - 1], readings[i]);
            var isOrdered =
                later.IsAfter(earlier)
                && (i == 1 || earlier.IsAfter(readings[i - 2]))
                && (i + 1 == readings.Length || readings[i + 1].IsAfter(later));
            if (
                isOrdered
                && (expected.IsUninterrupted || earlier.Seen.Exchange.Step == later.Seen.Exchange.Step)
                && earlier.Reset == later.Reset
                && later.Seen.IsSuccess
                && earlier.Remaining > 0
                && later.Remaining <= earlier.Remaining
                && later.Remaining != earlier.Remaining - 1
            )
            {
                yield return Finding(
                    later,
                    names.Remaining!,
                    $"{earlier.Remaining - 1}, one less than before, for one more request was served",
                    later.Remaining
                );
            }
        }
    }

    private static Finding Finding(RateLimitReading reading, Located<string> header, string expected, long? actual) =>
        new(
            reading.Seen.Where($"header {header.Value}"),
            Cited.At(expected, header.Location),
            $"{actual}",
            $"let {header.Value} tell the state of the window that the request was counted in"
        );
}
