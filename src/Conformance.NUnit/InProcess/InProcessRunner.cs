using Conformance.Verdicts.Results;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.NUnit.InProcess;

/// <summary>
/// Runs the cases of a session as NUnit cases in this process, by NUnit's own engine classes. One run at a time in a
/// process, for NUnit keeps its settings in statics; while it runs, <see cref="Console"/> belongs to NUnit.
/// </summary>
/// <param name="workers">How many cases run beside each other, at least 1.</param>
public sealed class InProcessRunner(int workers) : ICaseRunner
{
    /// <inheritdoc />
    public Task<IReadOnlyList<string>> RunAsync(ConformanceSession session, CancellationToken cancellationToken) =>
        // NUnit blocks the thread that starts it until the last case is over.
        Task.Factory.StartNew(
            () => Run(session, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private IReadOnlyList<string> Run(ConformanceSession session, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = Math.Max(1, workers),
            [FrameworkPackageSettings.SynchronousEvents] = true,
        };
        var runner = new NUnitTestAssemblyRunner(new SessionTestBuilder(session, cancellationToken));
        var root = runner.Load(typeof(InProcessRunner).Assembly, settings);
        if (root.RunState is not RunState.Runnable)
        {
            return [$"NUnit could not build the test cases: {root.Properties.Get(PropertyNames.SkipReason)}"];
        }

        var account = new ResultAccount();
        runner.Run(account, TestFilter.Empty);
        return [.. account.Compare(session)];
    }
}
