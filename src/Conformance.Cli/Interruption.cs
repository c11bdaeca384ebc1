using System.Runtime.InteropServices;

namespace Conformance.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP (a closed terminal) end a run cleanly: what was measured is reported. A second Ctrl-C
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle),
        ];

    /// <summary>Set by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(registrations, r => r.Dispose());
        source.Dispose();
    }

    // Without Cancel the runtime goes on to end the process, which is what a second signal asks for.
    private void Handle(PosixSignalContext context)
    {
        if (!source.IsCancellationRequested)
        {
            context.Cancel = true;
            source.Cancel();
        }
    }
}
