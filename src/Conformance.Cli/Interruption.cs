using System.Runtime.InteropServices;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP (a closed terminal) end a run cleanly: what was measured is reported. A second signal, also
/// another one, ends the process at once, whatever it is about to write.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Action<int> exit;
    private readonly PosixSignalRegistration[] registrations;

    /// <param name="exit">Ends the process with an exit code.</param>
    public Interruption(Action<int> exit)
    {
        this.exit = exit;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle),
        ];
    }

    /// <summary>Set by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(registrations, r => r.Dispose());
        source.Dispose();
    }

    // The runtime would end the process by the signal itself, or after waiting for what is still under way.
    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
        {
            exit(ExitCodes.Interrupted);
        }
        else
        {
            source.Cancel();
        }
    }
}
