using Conformance.Cli.Output;

namespace Conformance.Cli.Commands;

/// <summary>A run that a person watches: live where there is a terminal, line by line elsewhere.</summary>
internal static class WatchedRun
{
    /// <summary>Runs.</summary>
    public static Task<Attempt<CompletedRun>> OfAsync(
        CliConsole console,
        Screen screen,
        bool isQuiet,
        RunOptions options,
        ICaseRunner runner,
        CancellationToken cancellationToken
    )
    {
        if (!screen.IsLive || isQuiet)
        {
            return RunAsync(new LineProgress(screen, isQuiet));
        }

        var progress = new LiveProgress(screen, console.Time);
        return progress.ShowAsync(() => RunAsync(progress));

        Task<Attempt<CompletedRun>> RunAsync(IRunObserver observer) =>
            ConformanceRun.RunAsync(options, runner, Context(console, observer), cancellationToken);
    }

    private static RunContext Context(CliConsole console, IRunObserver observer) =>
        new()
        {
            Time = console.Time,
            EmbeddedTarget = new SimulatorTarget(console.Time),
            Observer = observer,
            Variables = console.Variables,
            Host = console.Host,
            Output = console.Out,
        };
}
