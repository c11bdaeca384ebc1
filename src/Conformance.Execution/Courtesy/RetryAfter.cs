using System.Globalization;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>Reads <c>Retry-After</c> (RFC 9110 section 10.2.3): delay-seconds or an HTTP-date.</summary>
internal static class RetryAfter
{
    private const int LongestDigits = 9;

    // Longer than any run, and far enough from where dates end.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>How long a response asks to wait; null when it does not say, or not in a form the standard knows.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The target's time, for dates when the response has no <c>Date</c>.</param>
    public static TimeSpan? Of(RecordedResponse response, DateTimeOffset now)
    {
        var text = response.Header("Retry-After")?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length <= LongestDigits && text.All(char.IsAsciiDigit))
        {
            return Bounded(TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture)));
        }

        if (Date(text) is not { } moment)
        {
            return null;
        }

        // The server's own clock is the one its date is about.
        var wait = moment - (Date(response.Header("Date")?.Trim()) ?? now);
        return Bounded(wait);
    }

    private static TimeSpan Bounded(TimeSpan wait) =>
        wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > Longest ? Longest
        : wait;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
