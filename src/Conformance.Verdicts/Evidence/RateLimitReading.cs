using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>The rate-limit headers of one response, as far as they are one non-negative integer each.</summary>
/// <param name="Seen">The exchange.</param>
/// <param name="Limit">Requests allowed per window.</param>
/// <param name="Remaining">Requests left.</param>
/// <param name="Reset">When the window ends.</param>
internal sealed record RateLimitReading(SeenExchange Seen, long? Limit, long? Remaining, long? Reset)
{
    /// <summary>Targets round to whole seconds, each answer in its own way; ends of one window may differ so much.</summary>
    public const long Jitter = 2;

    /// <summary>Reads the headers of a response.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="names">What the specification calls them.</param>
    public static RateLimitReading Of(SeenExchange seen, RateLimitHeaders? names) =>
        new(seen, Integer(seen, names?.Limit), Integer(seen, names?.Remaining), Integer(seen, names?.Reset));

    /// <summary>The header's value; null unless it is exactly one line of digits.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="name">Header name; null when the specification declares none.</param>
    public static long? Integer(SeenExchange seen, Located<string>? name) =>
        name is not null
        && seen.Response.HeaderValues(name.Value).ToArray() is [var line]
        && long.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>When the request was sent, by the target's clock as the run knows it.</summary>
    public DateTimeOffset SentAt => Seen.Exchange.SentAtTarget ?? Seen.Exchange.SentAt;

    /// <summary>The latest it can have been answered, by the target's clock as the run knows it.</summary>
    public DateTimeOffset AnsweredAt => Seen.Exchange.AnsweredAtTarget ?? Seen.Exchange.SentAt + Seen.Exchange.Duration;

    /// <summary>
    /// The end of the window in Unix seconds, whether the header tells the moment or the seconds until then; comparable
    /// among the responses of one target, whose clock may differ from ours.
    /// </summary>
    public long? End => Reset < ResetClock.FirstMoment ? SentAt.ToUnixTimeSeconds() + Reset : Reset;

    /// <summary>Whether this exchange was sent after the other was answered, so that their order is certain.</summary>
    /// <param name="earlier">The other.</param>
    public bool IsAfter(RateLimitReading earlier) =>
        Seen.Exchange.SentAt >= earlier.Seen.Exchange.SentAt + earlier.Seen.Exchange.Duration;

    /// <summary>
    /// Whether the window of the other was open still when this exchange was answered; null when its headers do not
    /// tell. A clock that differs from ours is allowed for by the target's own Date.
    /// </summary>
    /// <param name="earlier">The other.</param>
    /// <param name="window">Published length of the window.</param>
    public bool? IsInWindowOf(RateLimitReading earlier, TimeSpan window)
    {
        if (earlier.End is not { } end)
        {
            return null;
        }

        var passed = (AnsweredAt - earlier.SentAt).TotalSeconds;
        var left = new[] { earlier.SentAt, ResetClock.DateOf(earlier.Seen) }
            .OfType<DateTimeOffset>()
            .Select(now => end - now.ToUnixTimeSeconds())
            .Where(seconds => seconds >= 0 && seconds <= window.TotalSeconds + Jitter)
            .ToArray();
        return left.Length == 0 ? null : passed + Jitter < left.Min();
    }
}
