using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Verdicts.Evidence;

/// <summary>A date-time (RFC 3339) as a moment with the precision it was written in.</summary>
/// <param name="Ticks">The moment, in UTC.</param>
/// <param name="Unit">Ticks of the last place that was written: a second, a millisecond.</param>
internal readonly partial record struct Moment(long Ticks, long Unit)
{
    /// <summary>The moment a text stands for; null when it is no date-time.</summary>
    /// <param name="text">The text.</param>
    public static Moment? Of(string text)
    {
        if (
            Form().Match(text) is not { Success: true } match
            || !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            return null;
        }

        var digits = Math.Min(7, match.Groups[1].Value.TrimStart('.').Length);
        return new(moment.UtcTicks, (long)Math.Pow(10, 7 - digits));
    }

    /// <summary>Whether it was certainly before another one, whatever their precisions hide.</summary>
    /// <param name="other">The other one.</param>
    public bool IsBefore(Moment other) => Ticks + Math.Max(Unit, other.Unit) <= other.Ticks;

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Form();
}
