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

        // Unknown words make errors of their own that only repeat them, and so do the values of unknown options.
        var told = unknown.Concat(parsed.UnmatchedTokens).ToHashSet(StringComparer.Ordinal);
        foreach (var error in parsed.Errors.Where(e => !told.Any(w => IsAbout(e.Message, w))))
        {
            console.Error.WriteLine($"error: {SafeText.OneLine(error.Message)}");
        }

        return SeeHelp(command, console.Error);
    }

    /// <summary>Writes that no command was given, and which ones there are.</summary>
    public static int WriteNoCommand(Command root, CliConsole console)
    {
        console.Error.WriteLine("error: no command is given");
        console.Error.WriteLine($"  expected one of: {string.Join(", ", root.Subcommands.Select(c => c.Name))}");
        return SeeHelp(root, console.Error);
    }

    private static bool IsAbout(string message, string word) =>
        message.Contains($"'{word}'", StringComparison.Ordinal)
        && !message.Contains("expected", StringComparison.Ordinal);

    private static int SeeHelp(Command command, TextWriter error)
    {
        var name = command.Parents.OfType<Command>().Any() ? $"conformance {command.Name}" : "conformance";
        error.WriteLine($"  see: {name} --help");
        return ExitCodes.UsageOrConfiguration;
    }
}
