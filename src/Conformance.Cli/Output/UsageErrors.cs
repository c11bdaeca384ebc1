using System.CommandLine;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Output;

/// <summary>Tells what is wrong with a command line: all of it, on the error stream.</summary>
internal static class UsageErrors
{
    /// <summary>Writes the errors of a command line that could not be understood.</summary>
    public static int Write(ParseResult parsed, CliConsole console)
    {
        var command = parsed.CommandResult.Command;
        var unknown = UnknownWords.In(parsed);
        foreach (var word in unknown)
        {
            UnknownWords.Write(word, command, console.Error);
        }

        // "Required command was not provided" leaves open which.
        if (unknown.Count == 0 && command is { Subcommands.Count: > 0, Action: null })
        {
            return WriteNoCommand(command, console);
        }

        // Unknown words make errors of their own that only repeat them, and so do the values of unknown options.
        var told = unknown.Concat(parsed.UnmatchedTokens).ToHashSet(StringComparer.Ordinal);
        foreach (var error in parsed.Errors.Where(e => !told.Any(w => IsAbout(e.Message, w))))
        {
            console.Error.WriteLine($"error: {SafeText.OneLine(error.Message)}");
        }

        return SeeHelp(command, console.Error);
    }

    /// <summary>Writes that no command was given, and which ones there are.</summary>
    public static int WriteNoCommand(Command parent, CliConsole console)
    {
        console.Error.WriteLine("error: no command is given");
        console.Error.WriteLine($"  expected one of: {string.Join(", ", parent.Subcommands.Select(c => c.Name))}");
        return SeeHelp(parent, console.Error);
    }

    private static bool IsAbout(string message, string word) =>
        message.Contains($"'{word}'", StringComparison.Ordinal)
        && !message.Contains("expected", StringComparison.Ordinal);

    private static int SeeHelp(Command command, TextWriter error)
    {
        error.WriteLine($"  see: {PathOf(command)} --help");
        return ExitCodes.UsageOrConfiguration;
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent
            ? $"{PathOf(parent)} {command.Name}"
            : "conformance";
}
