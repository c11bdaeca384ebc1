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
        return Judgement.Broken([
            .. readings.SelectMany(r => Alone(r, names)),
            .. readings.Zip(readings.Skip(1)).SelectMany(pair => Together(pair.First, pair.Second, names, isFixed)),
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
        RateLimitHeaders names,
        bool isFixed
    )
    {
        var sameOperation = ReferenceEquals(earlier.Seen.Endpoint, later.Seen.Endpoint);
        var sameWindow = earlier.Reset is not null && earlier.Reset == later.Reset;
        if (!isFixed || !sameOperation || !sameWindow)
        {
            yield break;
        }

        if (earlier.Limit is { } limit && later.Limit is { } other && limit != other)
        {
            yield return Finding(later, names.Limit!, $"{limit}, as before in the same window", other);
        }

        if (later.Remaining > earlier.Remaining && later.IsAfter(earlier))
        {
            yield return Finding(later, names.Remaining!, $"at most {earlier.Remaining}, as before", later.Remaining);
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
