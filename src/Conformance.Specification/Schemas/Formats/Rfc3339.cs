namespace Conformance.Specification.Schemas.Formats;

/// <summary>Dates and times of RFC 3339, section 5.6. An offset is required; ASCII digits only.</summary>
internal static class Rfc3339
{
    /// <summary><c>full-date</c>, a day that the calendar has.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDate(string text) => IsDate(text.AsSpan());

    /// <summary><c>full-time</c>, a leap second only at 23:59:60 UTC.</summary>
    /// <param name="text">The text.</param>
    public static bool IsTime(string text) => IsTime(text.AsSpan());

    /// <summary><c>date-time</c>: date, <c>T</c>, time with offset.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDateTime(string text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text.AsSpan(0, 10)) && IsTime(text.AsSpan(11));

    private static bool IsDate(ReadOnlySpan<char> text)
    {
        return text is [_, _, _, _, '-', _, _, '-', _, _]
            && Number(text[..4]) is var year and >= 0
            && Number(text[5..7]) is var month and >= 1 and <= 12
            && Number(text[8..]) is var day and >= 1
            && day <= DaysIn(year, month);
    }

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var (hour, minute, second) = (Number(text[..2]), Number(text[3..5]), Number(text[6..8]));
        var offset = Offset(SkipFraction(text[8..]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60 || offset is null)
        {
            return false;
        }

        const int Day = 24 * 60;
        var utc = ((hour * 60) + minute - offset.Value + Day) % Day;
        return second < 60 || utc == Day - 1;
    }

    private static ReadOnlySpan<char> SkipFraction(ReadOnlySpan<char> text)
    {
        if (text is not ['.', _, ..])
        {
            return text;
        }

        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        return end > 0 ? text[(end + 1)..] : [];
    }

    private static int? Offset(ReadOnlySpan<char> text)
    {
        if (text is ['Z'] or ['z'])
        {
            return 0;
        }

        if (text is not ['+' or '-', _, _, ':', _, _])
        {
            return null;
        }

        var (hours, minutes) = (Number(text[1..3]), Number(text[4..]));
        var total = (hours * 60) + minutes;
        return hours is < 0 or > 23 || minutes is < 0 or > 59 ? null
            : text[0] == '+' ? total
            : -total;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            value = (value * 10) + c - '0';
        }

        return value;
    }

    // Year 0000 is allowed by the grammar but not by DateTime; it is a leap year of the proleptic calendar.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 2000 : year, month);
}
