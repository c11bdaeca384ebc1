using Conformance.Cli.Output;
using Conformance.Rehearsing;

namespace Conformance.Cli.Startup;

/// <summary>A rehearsal of a run and of all that is said about it, beside the beginning of the real one.</summary>
internal static class RunRehearsal
{
    /// <summary>Begins it, if there is a processor for it. Nobody waits for it, nor hears of what becomes of it.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public static void Begin(CancellationToken cancellationToken)
    {
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(() => PlayAsync(TextWriter.Null, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Plays it.</summary>
    /// <param name="output">Where it is told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal static async Task PlayAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var screen = Screen.Of(new CliConsole { Out = output, Error = output }, isPlain: true);
        if (await Rehearsal.PlayAsync(new LineProgress(screen, isQuiet: false), cancellationToken) is { } run)
        {
            new RunSummary(screen, run.Result, run.Gate, run.Reports).Write(isQuiet: false);
        }
    }
}
