using System.Globalization;
using System.Text.Json;

namespace Conformance.Evolution.Rules;

/// <summary>Values in sentences.</summary>
internal static class Phrase
{
    private const int Longest = 60;

    /// <summary>A value as people say it.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "nothing",
            string text => $"'{Cut(text)}'",
            bool flag => flag ? "so" : "not so",
            TimeSpan time => Time(time),
            JsonElement json => Cut(json.GetRawText()),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>Names one after the other.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    /// <summary>One text is as good as another when only white space differs.</summary>
    public static string? Normal(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Time(TimeSpan time)
    {
        (double Number, string Unit) said =
            time == TimeSpan.Zero || time.TotalSeconds < 1 ? (time.TotalMilliseconds, "ms")
            : time.TotalSeconds % 86_400 == 0 ? (time.TotalDays, "d")
            : time.TotalSeconds % 3_600 == 0 ? (time.TotalHours, "h")
            : time.TotalSeconds % 60 == 0 ? (time.TotalMinutes, "min")
            : (time.TotalSeconds, "s");
        return string.Create(CultureInfo.InvariantCulture, $"{said.Number:0.###} {said.Unit}");
    }

    private static string Cut(string text)
    {
        var line = Normal(text)!;
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }
}
