using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Specification.Diagnostics;

namespace Conformance.Cli.Output;

/// <summary>The words of a command line that nothing is known by, and what was probably meant.</summary>
internal static class UnknownWords
{
    /// <summary>Whether a word looks like an option; a negative number does not.</summary>
    public static bool IsOption(string word) =>
        word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.';

    /// <summary>Options that do not exist; where there are none, words that belong nowhere.</summary>
    /// <remarks>The word after an unknown option is most likely its value, and no error of its own.</remarks>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        string[] options =
        [
            .. parsed
                .Tokens.Where(t => t.Type is TokenType.Argument && IsOption(t.Value))
                .Select(t => t.Value)
                .Distinct(),
        ];
        return options.Length > 0 ? options : parsed.UnmatchedTokens;
    }

    /// <summary>Whether a misspelt option was taken for a file or an address, which nothing but "--" in front of it asks for.</summary>
    public static bool StandForArguments(ParseResult parsed) =>
        parsed.CommandResult.Tokens.Any(t => IsOption(t.Value))
        && !parsed.Tokens.Any(t => t.Type is TokenType.DoubleDash);

    /// <summary>Writes one unknown word with the nearest known one, or with all that are known.</summary>
    public static void Write(string word, Command command, TextWriter error)
    {
        var isOption = IsOption(word);
        string[] known = isOption
            ? [.. command.Options.Where(o => !o.Hidden).Select(o => o.Name)]
            : [.. command.Subcommands.Select(c => c.Name)];
        var name = isOption ? word.Split('=', 2)[0] : word;
        var what =
            isOption ? "option"
            : known.Length > 0 ? "command"
            : "argument";
        error.WriteLine($"error: unknown {what} '{SafeText.OneLine(name)}'");
        if (NearestWord.Among(known, name) is { } nearest)
        {
            error.WriteLine($"  did you mean '{nearest}'?");
        }
        else if (known.Length > 0)
        {
            error.WriteLine($"  expected one of: {string.Join(", ", known)}");
        }
    }
}
