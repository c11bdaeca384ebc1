using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RateLimitHeadersAre;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The declared rate-limit headers are there, each one non-negative integer, and agree with the published limit
/// (STANDARDS RTL-06 to RTL-09, RTL-11).
/// </summary>
internal sealed class RateLimitHeadersAre : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (seen.Specification.RateLimits?.Headers is not { } names)
        {
            return Judgement.NotJudged(
                seen.Where("headers"),
                "rate-limit headers",
                "the specification names none",
                "declare rate_limits.headers"
            );
        }

        var malformed = Malformed(seen, names).ToArray();
        return Judgement.Broken(malformed.Length > 0 ? malformed : [.. Contradictions(expected, seen, names)]);
    }

    /// <summary>The declared headers that are missing or no integers.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="names">The declared names.</param>
    internal static IEnumerable<Finding> Malformed(SeenExchange seen, RateLimitHeaders names)
    {
        foreach (var name in new[] { names.Limit, names.Remaining, names.Reset }.OfType<Located<string>>())
        {
            if (RateLimitReading.Integer(seen, name) is null)
            {
                yield return new(
                    seen.Where($"header {name.Value}"),
                    Cited.At("one non-negative integer", name.Location),
                    Excerpt.OfHeader(seen.Response.HeaderValues(name.Value).ToArray()),
                    $"send {name.Value} once, as digits, with every response of a limited operation"
                );
            }
        }
    }

    private static IEnumerable<Finding> Contradictions(Expected expected, SeenExchange seen, RateLimitHeaders names)
    {
        var reading = RateLimitReading.Of(seen, names);
        if (reading.Limit is { } limit && !Allowed(expected, seen).Contains(limit))
        {
            yield return new(
                seen.Where($"header {names.Limit!.Value}"),
                Cited.At($"{expected.Limit.Requests}", expected.Limit.Location),
                $"{limit}",
                "send the published limit of this operation in this environment, or publish the one that holds"
            );
        }

        var most = (reading.Limit ?? expected.Limit.Requests) * PublishedLimits.BurstFactor(seen.Context);
        if (reading.Remaining > most)
        {
            yield return new(
                seen.Where($"header {names.Remaining!.Value}"),
                Cited.At($"at most {most:0.##}", names.Remaining.Location),
                $"{reading.Remaining}",
                "send the number of requests that are left, which cannot exceed the limit"
            );
        }

        if (WrongReset(seen, names) is { } wrong)
        {
            yield return wrong;
        }
    }

    private static Finding? WrongReset(SeenExchange seen, RateLimitHeaders names) =>
        RateLimitReading.Of(seen, names) is { Reset: { } reset } reading
        && ResetClock.Defect(reading, names.Reset!) is { } defect
            ? new(
                seen.Where($"header {names.Reset!.Value}"),
                Cited.At(defect, (names.ResetText ?? names.Reset).Location),
                $"{reset}",
                "send the end of the window in the unit that the specification says"
            )
            : null;

    // One trio of headers cannot say which of several windows it describes (STANDARDS RTL-23).
    private static IEnumerable<long> Allowed(Expected expected, SeenExchange seen) =>
        PublishedLimits
            .Of(seen.Context, seen.Endpoint)
            .Where(l => l.Window != expected.Limit.Window)
            .Select(l => (long)l.Requests)
            .Append(expected.Limit.Requests);
}
