using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Conformance.Diagrams.Drawing;

/// <summary>
/// How much room words take. The reader's font is not known, so widths are those of a common sans-serif face, taken
/// generously: a word may have too much room around, and never too little.
/// </summary>
internal static class Lettering
{
    /// <summary>The height of letters in pixels.</summary>
    public const double Size = 13;

    /// <summary>From one line to the next.</summary>
    public const double LineHeight = 17;

    /// <summary>How much wider bold letters are.</summary>
    public const double Bold = 1.1;

    private const string Narrow = "iljtfrI.,:;'|!()[]{}/\\ -`";
    private const string Wide = "mwMWQO@%&_+=<>~#";

    /// <summary>The width of one line.</summary>
    public static double Width(string line) => line.EnumerateRunes().Sum(Width);

    /// <summary>The width of the widest line.</summary>
    public static double Width(ImmutableArray<string> lines) => lines.Select(Width).DefaultIfEmpty(0).Max();

    /// <summary>The height of some lines.</summary>
    public static double Height(ImmutableArray<string> lines) => lines.Length * LineHeight;

    /// <summary>Breaks a text into lines: where it has a line feed, between words, and within a word that is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="widest">How wide a line may be.</param>
    /// <returns>Its lines; none when it is empty.</returns>
    public static ImmutableArray<string> Wrap(string text, double widest) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. text.Split('\n').SelectMany(part => WrapLine(part, widest))];

    private static IEnumerable<string> WrapLine(string text, double widest)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Cut(w, widest)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer) > widest)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    private static IEnumerable<string> Cut(string word, double widest)
    {
        if (Width(word) <= widest)
        {
            yield return word;
            yield break;
        }

        var piece = new StringBuilder();
        var width = 0.0;
        foreach (var letter in StringInfo.GetTextElementEnumerator(word).Elements())
        {
            width += Width(letter);
            if (piece.Length > 0 && width > widest)
            {
                yield return piece.ToString();
                piece.Clear();
                width = Width(letter);
            }

            piece.Append(letter);
        }

        yield return piece.ToString();
    }

    private static IEnumerable<string> Elements(this TextElementEnumerator elements)
    {
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static double Width(Rune rune) =>
        Size
        * (
            rune.Value > 0x2E80 ? 1.05
            : !rune.IsAscii ? 0.66
            : Narrow.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.36
            : Wide.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.88
            : Rune.IsUpper(rune) ? 0.7
            : 0.6
        );
}
