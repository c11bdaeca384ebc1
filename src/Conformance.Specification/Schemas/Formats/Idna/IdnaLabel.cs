using System.Globalization;

namespace Conformance.Specification.Schemas.Formats.Idna;

/// <summary>Labels of internationalised host names by IDNA2008 (RFC 5890 to 5892).</summary>
internal static class IdnaLabel
{
    private const int MaxLength = 63;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The code points of an A-label; null when it is none.</summary>
    /// <param name="label">A label that starts with <c>xn--</c> in any case.</param>
    public static List<int>? DecodeALabel(string label)
    {
        var encoded = label[4..].ToLowerInvariant();
        var decoded = Punycode.Decode(encoded);
        return
            decoded is not null
            && decoded.Any(c => c >= 128)
            && Punycode.Encode(decoded) == encoded
            && IsULabel(decoded)
            ? decoded
            : null;
    }

    /// <summary>Whether code points are a U-label: allowed characters in allowed contexts.</summary>
    /// <param name="label">The code points.</param>
    public static bool IsULabel(List<int> label)
    {
        if (
            label.Count is 0 or > MaxLength
            || label[0] == '-'
            || label[^1] == '-'
            || (label.Count > 3 && label[2] == '-' && label[3] == '-')
        )
        {
            return false;
        }

        return !IsMark(label[0])
            && Enumerable.Range(0, label.Count).All(i => IsAllowed(label, i))
            && Punycode.Encode(label).Length + 4 <= MaxLength;
    }

    // RFC 5892, section 3 and appendix A.
    private static bool IsAllowed(List<int> label, int index) =>
        label[index] switch
        {
            0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007 or '-' => true,
            ZeroWidthNonJoiner => FollowsVirama(label, index) || JoinsLetters(label, index),
            ZeroWidthJoiner => FollowsVirama(label, index),
            0xB7 => index > 0 && index + 1 < label.Count && label[index - 1] == 'l' && label[index + 1] == 'l',
            0x375 => index + 1 < label.Count && IdnaTables.Greek.Contains(label[index + 1]),
            0x5F3 or 0x5F4 => index > 0 && IdnaTables.Hebrew.Contains(label[index - 1]),
            0x30FB => label.Exists(IdnaTables.Japanese.Contains),
            >= 0x660 and <= 0x669 => !label.Exists(c => c is >= 0x6F0 and <= 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !label.Exists(c => c is >= 0x660 and <= 0x669),
            var c => IsLetterOrDigit(c) && !IdnaTables.Disallowed.Contains(c),
        };

    // Section 2.1 without upper case, which normalisation would change. Cherokee is the other way round.
    private static bool IsLetterOrDigit(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber => true,
            UnicodeCategory.UppercaseLetter => codePoint is >= 0x13A0 and <= 0x13F5,
            _ => false,
        };

    private static bool IsMark(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool FollowsVirama(List<int> label, int index) =>
        index > 0 && IdnaTables.Viramas.Contains(label[index - 1]);

    // Appendix A.1: between letters that would join there, marks aside.
    private static bool JoinsLetters(List<int> label, int index)
    {
        var before = label.FindLastIndex(index, c => c != ZeroWidthNonJoiner && !IsMark(c));
        var after = label.FindIndex(index, c => c != ZeroWidthNonJoiner && !IsMark(c));
        return before >= 0
            && after >= 0
            && IdnaTables.JoinsOnBothSides.Contains(label[before])
            && (IdnaTables.JoinsOnBothSides.Contains(label[after]) || IdnaTables.JoinsBefore.Contains(label[after]));
    }
}
