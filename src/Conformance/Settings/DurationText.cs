using System.Globalization;

namespace Conformance.Settings;

/// <summary>Durations as people type them: <c>500ms</c>, <c>30s</c>, <c>2m</c>, <c>1h</c>; a bare number is seconds.</summary>
public static class DurationText
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Forms = "a number of seconds, or 500ms, 30s, 2m, 1h";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly (string Unit, TimeSpan Length) Bare = ("", TimeSpan.FromSeconds(1));

    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>Reads a duration from nothing to 24 hours; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static TimeSpan? Parse(string text)
    {
        var (unit, length) = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase), Bare);
        var isNumber = decimal.TryParse(
            text[..^unit.Length],
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        );
        return isNumber && number <= Longest.Ticks / length.Ticks ? (double)number * length : null;
    }

    /// <summary>A duration for people: <c>850 ms</c>, <c>4.2 s</c>, <c>3 min 20 s</c>, <c>1 h 5 min</c>.</summary>
    /// <param name="duration">The duration.</param>
    public static string Of(TimeSpan duration) =>
        duration.TotalSeconds switch
        {
            < 1 => Invariant($"{Math.Round(duration.TotalMilliseconds)} ms"),
            < 60 => Invariant($"{duration.TotalSeconds:0.#} s"),
            < 3600 => Parts((int)duration.TotalMinutes, "min", duration.Seconds, "s"),
            _ => Parts((int)duration.TotalHours, "h", duration.Minutes, "min"),
        };

    private static string Parts(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Invariant($"{large} {largeUnit}") : Invariant($"{large} {largeUnit} {small} {smallUnit}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
