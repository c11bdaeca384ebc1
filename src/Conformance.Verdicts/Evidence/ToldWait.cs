using System.Globalization;

namespace Conformance.Verdicts.Evidence;

/// <summary>How long a refusal asks to wait, by its <c>Retry-After</c> (RFC 9110 section 10.2.3).</summary>
internal static class ToldWait
{
    /// <summary>The wait; null when none is told, or not in the standard's form.</summary>
    /// <param name="seen">The refusal.</param>
    public static TimeSpan? Of(SeenExchange seen)
    {
        if (seen.Response.HeaderValues("Retry-After").ToArray() is not [var line])
        {
            return null;
        }

        if (long.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, uint.MaxValue));
        }

        return
            ResetClock.Date(line.Trim()) is { } moment
            && (ResetClock.Date(seen.Response.Header("Date")) ?? seen.Exchange.SentAtTarget) is { } now
            ? moment - now
            : null;
    }
}
