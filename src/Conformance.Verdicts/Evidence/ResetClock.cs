using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// What the reset header may say (STANDARDS RTL-11). Whether it is a moment or a number of seconds is taken from the
/// specification's own words and examples; where they are silent either may be sent.
/// </summary>
internal static class ResetClock
{
    /// <summary>Unix seconds since 2001; as a number of seconds to wait it would be three decades.</summary>
    public const long FirstMoment = 1_000_000_000;
    private const long FirstMillisecond = 100_000_000_000;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Moved = TimeSpan.FromSeconds(20);

    /// <summary>What would have been right; null when the value is.</summary>
    /// <param name="reading">The headers of a response; <see cref="RateLimitReading.Reset"/> is there.</param>
    /// <param name="header">The header's declaration.</param>
    public static string? Defect(RateLimitReading reading, Located<string> header)
    {
        var reset = reading.Reset!.Value;
        var isMoment = IsMoment(reading.Seen.Specification, header.Value);
        if (reset >= FirstMillisecond)
        {
            return "seconds, not milliseconds";
        }

        if (isMoment is true && reset < FirstMoment)
        {
            return "a moment in Unix seconds, not a number of seconds";
        }

        if (isMoment is false && reset >= FirstMoment)
        {
            return "a number of seconds, not a moment";
        }

        return reset >= FirstMoment ? MomentDefect(reading, reset) : DelayDefect(reading, reset);
    }

    private static string? MomentDefect(RateLimitReading reading, long reset)
    {
        var seen = reading.Seen;
        if (WindowOf(reading) is not { } window || DateOf(seen) is not { } now)
        {
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeSeconds(reset);
        var isPast = moment < Earliest(seen, now) - Skew;
        return
            isPast && !RunsAtAnotherPace(seen)
            || IsAhead(seen, now) && moment > now + window + Skew
            || OwnTime(seen) is { } own && moment > own + window + Skew
            ? string.Create(CultureInfo.InvariantCulture, $"a moment within {window} of {now:yyyy-MM-ddTHH:mm:ssZ}")
            : null;
    }

    // Where the target's clock was moved while it answered, its headers may tell the time before, and its Date the time after.
    private static DateTimeOffset Earliest(SeenExchange seen, DateTimeOffset date) =>
        seen.Context.IsClockMovable && seen.Exchange.SentAtTarget is { } sent && sent < date ? sent : date;

    private static bool RunsAtAnotherPace(SeenExchange seen) => seen.Context.Environment is { TimeScale: not 1m };

    // The Date header is the target's own clock, unless its clock can be moved: then it may be the web server's, which
    // is behind. Only where it has been seen to move along does it bound a moment from above.
    private static bool IsAhead(SeenExchange seen, DateTimeOffset date) =>
        !seen.Context.IsClockMovable
        || (
            !RunsAtAnotherPace(seen)
            && seen.Exchange is { SentAtTarget: { } sent, AnsweredAtTarget: { } answered }
            && sent - seen.Exchange.SentAt > Moved
            && date > sent - Skew
            && answered < date + Skew
        );

    // An error's timestamp is the application's own time. It bounds a moment from above where it agrees with the time
    // that the run believes it to be there: then the limits, too, have no other clock that was moved.
    private static DateTimeOffset? OwnTime(SeenExchange seen) =>
        !RunsAtAnotherPace(seen)
        && seen.IsError
        && seen.Specification.ErrorFormat?.Roles.Timestamp is { } field
        && FieldPath.FindText(seen.Json, field) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && moment > (seen.Exchange.SentAtTarget ?? seen.Exchange.SentAt) - Skew
        && moment < (seen.Exchange.AnsweredAtTarget ?? seen.Exchange.SentAt + seen.Exchange.Duration) + Skew
            ? moment
            : null;

    private static string? DelayDefect(RateLimitReading reading, long reset) =>
        WindowOf(reading) is { } window && reset > (window + Skew).TotalSeconds
            ? string.Create(CultureInfo.InvariantCulture, $"at most {window.TotalSeconds:0} seconds")
            : null;

    // One trio of headers describes one window: the one whose limit it publishes, where that is one of them.
    private static TimeSpan? WindowOf(RateLimitReading reading)
    {
        var limits = PublishedLimits.Of(reading.Seen.Context, reading.Seen.Endpoint);
        var published = limits.LastOrDefault(l => l.Requests == reading.Limit);
        return limits.IsEmpty ? null : (published ?? limits[^1]).Window;
    }

    /// <summary>The target's time in its response: its Date, else ours where both clocks are known to agree.</summary>
    /// <param name="seen">The response.</param>
    public static DateTimeOffset? DateOf(SeenExchange seen) =>
        Date(seen.Response.Header("Date"))
        ?? (seen.Context.SharesClock ? seen.Exchange.SentAt + seen.Exchange.Duration : null);

    /// <summary>An HTTP-date in the preferred form; null when it is none.</summary>
    /// <param name="text">The text.</param>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;

    // Responses and catalogued errors show the header with a description or an example value.
    private static bool? IsMoment(IntegrationSpecification specification, string header)
    {
        var texts = specification
            .Endpoints.SelectMany(e => e.Responses)
            .SelectMany(r => r.Headers)
            .Concat(specification.ErrorCodes.SelectMany(e => e.Headers))
            .Where(h => string.Equals(h.Name.Value, header, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Text.Value)
            .Append(specification.RateLimits?.Headers?.ResetText?.Value ?? "")
            .ToArray();
        if (texts.Any(IsMomentText))
        {
            return true;
        }

        return texts.Any(t => t.Contains("second", StringComparison.OrdinalIgnoreCase)) ? false : null;
    }

    private static bool IsMomentText(string text) =>
        text.Contains("unix", StringComparison.OrdinalIgnoreCase)
        || text.Contains("epoch", StringComparison.OrdinalIgnoreCase)
        || (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= FirstMoment
        );
}
