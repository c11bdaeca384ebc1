using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Output;

/// <summary>Files that a command was asked to write.</summary>
internal static class OutputFiles
{
    /// <summary>Writes; what the file system refuses is told in one line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> TryAsync(CliConsole console, Func<Task> write)
    {
        try
        {
            await write();
            return ExitCodes.Conforming;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RefusalWriter.Write(Refusal.Configuration($"Cannot be written: {e.Message}"), console);
        }
    }
}
