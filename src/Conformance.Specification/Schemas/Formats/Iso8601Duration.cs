namespace Conformance.Specification.Schemas.Formats;

/// <summary>Durations by the grammar of RFC 3339, appendix A: <c>P3Y6M4DT12H30M5S</c>, <c>P4W</c>; units without gaps.</summary>
internal static class Iso8601Duration
{
    private const string DateUnits = "YMD";
    private const string TimeUnits = "HMS";

    /// <summary>Whether the text is a duration.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDuration(string text)
    {
        if (text is not ['P', .. var rest])
        {
            return false;
        }

        var time = rest.IndexOf('T', StringComparison.Ordinal);
        if (time < 0)
        {
            return IsWeeks(rest) || (rest.Length > 0 && Consists(rest, DateUnits));
        }

        return (time == 0 || Consists(rest.AsSpan(0, time), DateUnits))
            && time + 1 < rest.Length
            && Consists(rest.AsSpan(time + 1), TimeUnits);
    }

    private static bool IsWeeks(string text) =>
        text.Length > 1 && text[^1] == 'W' && !text.AsSpan(0, text.Length - 1).ContainsAnyExceptInRange('0', '9');

    // Each unit may only be followed by the very next one: "1Y2D" and "1H2S" are not in the grammar.
    private static bool Consists(ReadOnlySpan<char> text, string units)
    {
        var next = -1;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            var unit = digits <= 0 ? -1 : units.IndexOf(text[digits], StringComparison.Ordinal);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = text[(digits + 1)..];
        }

        return true;
    }
}
