using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Cli.Output;

/// <summary>
/// Makes text that a target may have had a hand in harmless for terminals and build servers: no control sequences, no
/// text that runs backwards, no workflow commands.
/// </summary>
internal static partial class SafeText
{
    /// <summary>The text, with line feeds kept.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(IsHarmless(rune) ? rune.ToString() : "\uFFFD");
        }

        // GitHub reads "::command" after any white space at the start of a line; it, Azure and TeamCity read "##[",
        // "##vso[" and "##teamcity[".
        return HashCommand().Replace(ColonCommand().Replace(clean.ToString(), "$1\\::"), "#\\#$1");
    }

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Of(text).ReplaceLineEndings(" ");

    private static bool IsHarmless(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)));

    [GeneratedRegex(@"^([^\S\n]*)::", RegexOptions.Multiline, 10_000)]
    private static partial Regex ColonCommand();

    [GeneratedRegex(@"##(\w*\[)", RegexOptions.None, 10_000)]
    private static partial Regex HashCommand();
}
