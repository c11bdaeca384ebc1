using Conformance.Execution.Secrets;
using Conformance.Reports.Writing;
using Conformance.Specification.Model;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Output;

/// <summary>Files that a command was asked to write.</summary>
internal static class OutputFiles
{
    /// <summary>Writes files, and none that has a secret of the process environment in it.</summary>
    /// <param name="console">The process.</param>
    /// <param name="specification">Tells which variables are secrets beside those that are named so; null for none.</param>
    public static GuardedFiles Guarded(CliConsole console, IntegrationSpecification? specification) =>
        new(KnownSecrets.Of(specification, console.Variables));

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
