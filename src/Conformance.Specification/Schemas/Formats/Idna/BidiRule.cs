using System.Globalization;

namespace Conformance.Specification.Schemas.Formats.Idna;

/// <summary>The Bidi Rule of RFC 5893, section 2, for host names with a right-to-left label.</summary>
internal static class BidiRule
{
    private enum Direction
    {
        Left,
        Right,
        ArabicNumber,
        EuropeanNumber,
        Neutral,
        Mark,
    }

    /// <summary>Whether the labels of a host name satisfy the rule, or need not.</summary>
    /// <param name="labels">The labels.</param>
    public static bool Holds(IReadOnlyList<List<int>> labels) =>
        !labels.Any(label => label.Exists(c => DirectionOf(c) is Direction.Right or Direction.ArabicNumber))
        || labels.All(label => HoldsFor([.. label.Select(DirectionOf)]));

    private static bool HoldsFor(List<Direction> label)
    {
        var last = label.FindLast(direction => direction != Direction.Mark);
        return label[0] switch
        {
            Direction.Right => !label.Contains(Direction.Left)
                && last is Direction.Right or Direction.EuropeanNumber or Direction.ArabicNumber
                && !(label.Contains(Direction.EuropeanNumber) && label.Contains(Direction.ArabicNumber)),
            Direction.Left => !label.Contains(Direction.Right)
                && !label.Contains(Direction.ArabicNumber)
                && last is Direction.Left or Direction.EuropeanNumber,
            _ => false,
        };
    }

    private static Direction DirectionOf(int codePoint) =>
        codePoint switch
        {
            (>= '0' and <= '9') or (>= 0x6F0 and <= 0x6F9) => Direction.EuropeanNumber,
            (>= 0x660 and <= 0x669) or (>= 0x10D30 and <= 0x10D39) => Direction.ArabicNumber,
            '-' or 0x200C or 0x200D => Direction.Neutral,
            _ when IdnaTables.OtherNeutrals.Contains(codePoint) => Direction.Neutral,
            _ when IdnaTables.RightToLeft.Contains(codePoint) || IdnaTables.ArabicLetters.Contains(codePoint) =>
                Direction.Right,
            _ when CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.NonSpacingMark => Direction.Mark,
            _ => Direction.Left,
        };
}
