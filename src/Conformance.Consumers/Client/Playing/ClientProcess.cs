using System.Collections.Immutable;
using System.Diagnostics;
using Conformance.Consumers.Client.Traces;

namespace Conformance.Consumers.Client.Playing;

/// <summary>Runs the client's command once.</summary>
internal static class ClientProcess
{
    private const int MostLines = 10;

    /// <summary>Runs a command to its end, or to the end of its time.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="variables">Added to the environment.</param>
    /// <param name="longest">How long it may run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The command cannot be started.</exception>
    public static async Task<ClientEnd> RunAsync(
        ImmutableArray<string> command,
        ImmutableDictionary<string, string> variables,
        TimeSpan longest,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var lines = new LastLines();
        process.OutputDataReceived += (_, e) => lines.Add(e.Data);
        process.ErrorDataReceived += (_, e) => lines.Add(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();

        using var overtime = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overtime.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return new ClientEnd(process.ExitCode, lines.Told);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return new ClientEnd(null, lines.Told);
        }
    }

    private sealed class LastLines
    {
        private readonly Lock _gate = new();
        private readonly Queue<string> _lines = new();

        public ImmutableArray<string> Told
        {
            get
            {
                lock (_gate)
                {
                    return [.. _lines];
                }
            }
        }

        public void Add(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            lock (_gate)
            {
                _lines.Enqueue(line);
                if (_lines.Count > MostLines)
                {
                    _lines.Dequeue();
                }
            }
        }
    }
}
