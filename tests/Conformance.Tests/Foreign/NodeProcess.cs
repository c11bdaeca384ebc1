using System.Diagnostics;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Foreign;

/// <summary>
/// A server in JavaScript, as a process of its own, that prints where it listens. Tests that need it are skipped,
/// visibly, where Node is absent.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private const string Ready = "listening on ";
    private readonly Process process;

    private NodeProcess(Process process, Uri baseUrl) => (this.process, BaseUrl) = (process, baseUrl);

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts a script of the tests.</summary>
    /// <param name="script">Its path below the tests, in parts.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What it finds in its environment beside ours.</param>
    /// <param name="missed">What cannot be tested without Node.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public static async Task<NodeProcess> StartAsync(
        string[] script,
        string[] arguments,
        (string Name, string Value)[] environment,
        string missed,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine([RepositoryFiles.Root, "tests", "Conformance.Tests", .. script]));
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = StartOrSkip(start, missed);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line?.StartsWith(Ready, StringComparison.Ordinal) != true)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{script[^1]} did not start: it printed '{line}'.");
        }

        return new NodeProcess(process, new Uri(line[Ready.Length..]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process StartOrSkip(ProcessStartInfo start, string missed)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"Node is not installed: {missed}.");
            throw;
        }
    }
}
