using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Weekly maintenance windows: <c>Sundays 02:00-04:00 UTC</c>.</summary>
internal static partial class MaintenancePhrase
{
    public const string Accepted = "'Sundays 02:00-04:00 UTC'";

    public static PhraseResult<(DayOfWeek Day, TimeOnly From, TimeOnly To)> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return
            match.Success
            && Time(match, "from") is { } from
            && Time(match, "to") is { } to
            && from != to
            && Day(match.Groups["day"].Value) is { } day
            ? PhraseResult<(DayOfWeek, TimeOnly, TimeOnly)>.Of((day, from, to))
            : PhraseResult<(DayOfWeek, TimeOnly, TimeOnly)>.NotUnderstood(Accepted);
    }

    private static TimeOnly? Time(Match match, string group) =>
        TimeOnly.TryParseExact(
            match.Groups[group].Value.PadLeft(5, '0'),
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    private static DayOfWeek? Day(string word)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (day.ToString().StartsWith(word.TrimEnd('s', 'S'), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(every\s+)?(?<day>(mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun),?\s+(?<from>\d{1,2}:\d\d)\s*(-|–|to)\s*(?<to>\d{1,2}:\d\d)\s*(UTC|GMT|Z)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
