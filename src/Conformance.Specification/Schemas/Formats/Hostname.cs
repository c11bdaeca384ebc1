using System.Text;
using Conformance.Specification.Schemas.Formats.Idna;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>Host names of RFC 1123, section 2.1, whose <c>xn--</c> labels must be what they claim to be (RFC 5890).</summary>
internal static class Hostname
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    // RFC 3490, section 3.1: what people type for a dot.
    private static readonly char[] Dots = ['.', '\u3002', '\uFF0E', '\uFF61'];

    /// <summary>An ASCII host name.</summary>
    /// <param name="text">The text.</param>
    public static bool IsHostname(string text) =>
        text.Length <= MaxLength && AreLabels(text.Split('.'), international: false);

    /// <summary>A host name in which labels may be written in any script (RFC 5890).</summary>
    /// <param name="text">The text.</param>
    public static bool IsInternationalHostname(string text)
    {
        var labels = text.Split(Dots);
        return AreLabels(labels, international: true) && labels.Sum(label => AsciiLength(label) + 1) - 1 <= MaxLength;
    }

    /// <summary>A host name whose labels may hold any non-ASCII character, as mail addresses of RFC 6531 do.</summary>
    /// <param name="text">The text.</param>
    public static bool IsLooseInternationalName(string text) =>
        text.Length <= MaxLength
        && text.Split('.').All(label => IsLdh(label, c => char.IsAsciiLetterOrDigit(c) || !char.IsAscii(c)));

    private static bool AreLabels(string[] labels, bool international)
    {
        var decoded = labels.Select(label => CodePointsOf(label, international)).OfType<List<int>>().ToList();
        return decoded.Count == labels.Length && BidiRule.Holds(decoded);
    }

    // The code points a label stands for; null when it is no label.
    private static List<int>? CodePointsOf(string label, bool international)
    {
        var codePoints = label.EnumerateRunes().Select(rune => rune.Value).ToList();
        if (codePoints.Exists(c => c >= 128))
        {
            return international && IdnaLabel.IsULabel(codePoints) ? codePoints : null;
        }

        return !IsLdh(label, char.IsAsciiLetterOrDigit) ? null
            : label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? IdnaLabel.DecodeALabel(label)
            : codePoints;
    }

    private static bool IsLdh(string label, Func<char, bool> isLetterOrDigit) =>
        label.Length is >= 1 and <= MaxLabelLength
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => c == '-' || isLetterOrDigit(c));

    private static int AsciiLength(string label) =>
        Ascii.IsValid(label)
            ? label.Length
            : Punycode.Encode([.. label.EnumerateRunes().Select(rune => rune.Value)]).Length + 4;
}
