using System.Globalization;

namespace Conformance.Reports.Html.Sections;

/// <summary>Times for people.</summary>
internal static class TimeText
{
    /// <summary><c>0.8 ms</c>, <c>34 ms</c>, <c>1.2 s</c>, <c>3 min 20 s</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Of(TimeSpan time) =>
        time.TotalMilliseconds < 10 ? Say($"{time.TotalMilliseconds:0.#} ms")
        : time.TotalSeconds < 1 ? Say($"{time.TotalMilliseconds:0} ms")
        : time.TotalMinutes < 1 ? Say($"{time.TotalSeconds:0.#} s")
        : time.TotalHours < 1 ? Say($"{(int)time.TotalMinutes} min {time.Seconds} s")
        : Say($"{(int)time.TotalHours} h {time.Minutes} min");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
