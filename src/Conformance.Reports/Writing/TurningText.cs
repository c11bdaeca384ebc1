using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Reports.Writing;

/// <summary>The marks by which a text makes what follows it run backwards, and so look like another.</summary>
internal static partial class TurningText
{
    /// <summary>Whether a character is one: an embedding, an override or an isolate of the bidirectional algorithm.</summary>
    /// <param name="rune">The character.</param>
    public static bool IsMark(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>The text with U+FFFD in the place of each.</summary>
    /// <param name="text">Any text.</param>
    public static string Straightened(string text) => Marks().Replace(text, "\uFFFD");

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069]", RegexOptions.None, 10_000)]
    private static partial Regex Marks();
}
