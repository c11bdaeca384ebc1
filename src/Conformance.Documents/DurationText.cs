using System.Globalization;

namespace Conformance.Documents;

/// <summary>Durations in words: <c>5 minutes</c>, <c>1.5 hours</c>, <c>250 ms</c>.</summary>
internal static class DurationText
{
    private static readonly (TimeSpan Unit, string Name)[] Units =
    [
        (TimeSpan.FromDays(1), "day"),
        (TimeSpan.FromHours(1), "hour"),
        (TimeSpan.FromMinutes(1), "minute"),
        (TimeSpan.FromSeconds(1), "second"),
    ];

    public static string Of(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "immediately";
        }

        // The largest unit that divides it: 90 minutes, not 1.5 hours.
        var (unit, name) = Units.FirstOrDefault(u => duration.Ticks % u.Unit.Ticks == 0);
        return name is null
            ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###} ms")
            : Counted(duration.Ticks / unit.Ticks, name);
    }

    /// <summary>The window of a limit: <c>per minute</c>, <c>per 5 minutes</c>.</summary>
    public static string Per(TimeSpan window)
    {
        var text = Of(window);
        return "per " + (text.StartsWith("1 ", StringComparison.Ordinal) ? text[2..] : text);
    }

    private static string Counted(long count, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}");
}
