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

    /// <summary>Whether this exchange was sent after the other was answered, so that their order is certain.</summary>
    /// <param name="earlier">The other.</param>
    public bool IsAfter(RateLimitReading earlier) =>
        Seen.Exchange.SentAt >= earlier.Seen.Exchange.SentAt + earlier.Seen.Exchange.Duration;
}
