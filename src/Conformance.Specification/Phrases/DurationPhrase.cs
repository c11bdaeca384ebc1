using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Durations: <c>Immediate</c>, <c>30 minutes</c>, <c>1h 30m</c>, <c>500ms</c>, <c>PT24H</c>.</summary>
internal static partial class DurationPhrase
{
    public const string Accepted = "'Immediate', '30 seconds', '5 minutes', '2 hours', '1h 30m', '500ms', 'PT24H'";

    public static PhraseResult<TimeSpan> Parse(string text) =>
        Read(text.Trim()) is { } duration
            ? PhraseResult<TimeSpan>.Of(duration)
            : PhraseResult<TimeSpan>.NotUnderstood(Accepted);

    /// <summary>The same, a bare number counting seconds: for keys that say so.</summary>
    public static PhraseResult<TimeSpan> ParseSeconds(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && Span(seconds, "s") is { } duration
            ? PhraseResult<TimeSpan>.Of(duration)
        : Parse(text) is { IsUnderstood: true } parsed ? parsed
        : PhraseResult<TimeSpan>.NotUnderstood("a number of seconds, " + Accepted);

    private static TimeSpan? Read(string text)
    {
        if (text.ToUpperInvariant() is "IMMEDIATE" or "IMMEDIATELY" or "NOW" or "NONE")
        {
            return TimeSpan.Zero;
        }

        var match = Spoken().Match(text) is { Success: true } spoken ? spoken : Iso().Match(text);
        if (!match.Success || match.Groups["unit"].Captures.Count == 0)
        {
            return null;
        }

        var total = TimeSpan.Zero;
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
        {
            var amount = decimal.Parse(number.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (Span(amount, Unit(unit.Value, match.Groups["iso"].Success)) is not { } part)
            {
                return null;
            }

            total += part;
        }

        return total;
    }

    /// <summary>In ISO 8601 an M before T is a month, which has no fixed length, and is not accepted.</summary>
    private static string Unit(string unit, bool isIso) =>
        isIso ? unit.ToLowerInvariant()
        : unit.StartsWith("ms", StringComparison.OrdinalIgnoreCase)
        || unit.StartsWith("milli", StringComparison.OrdinalIgnoreCase)
            ? "ms"
        : unit[..1].ToLowerInvariant();

    private static TimeSpan? Span(decimal amount, string unit)
    {
        var seconds = unit switch
        {
            "ms" => 0.001m,
            "s" => 1m,
            "m" => 60m,
            "h" => 3_600m,
            "d" => 86_400m,
            _ => 604_800m,
        };
        const decimal tenYears = 10m * 366 * 86_400;
        return amount * seconds > tenYears
            ? null
            : TimeSpan.FromTicks((long)(amount * seconds * TimeSpan.TicksPerSecond));
    }

    [GeneratedRegex(
        @"^((?<number>\d{1,12}(\.\d{1,6})?)\s*(?<unit>ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(\s*(,|and)?\s*(?=\d)|$))+$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Spoken();

    [GeneratedRegex(
        @"^(?<iso>P)((?<number>\d{1,9})(?<unit>[WD]))*(T((?<number>\d{1,9}(\.\d{1,6})?)(?<unit>[HMS]))+)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Iso();
}
