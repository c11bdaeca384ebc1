using System.Diagnostics;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// Runs <c>receiver.mjs</c>, a receiver in another language that shares no code with us, as a process of its own. Tests
/// that need it are skipped, visibly, where Node is absent.
/// </summary>
internal sealed class SampleReceiver : IAsyncDisposable
{
    /// <summary>A secret that every scheme can use.</summary>
    public const string Secret = "whsec_c2FtcGxlLXNlY3JldC1vZi10aGUtcmVjZWl2ZXI=";

    private readonly Process process;

    private SampleReceiver(Process process, Uri baseUrl)
    {
        this.process = process;
        BaseUrl = baseUrl;
    }

    public Uri BaseUrl { get; }

    public static async Task<SampleReceiver> StartAsync(string scheme, string fault)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(
            Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Consumers", "receiver.mjs")
        );
        start.Environment["SCHEME"] = scheme;
        start.Environment["FAULT"] = fault;
        start.Environment["SECRET"] = Secret;
        var process = StartOrSkip(start);
        var line = await process.StandardOutput.ReadLineAsync();
        const string ready = "listening on ";
        if (line?.StartsWith(ready, StringComparison.Ordinal) != true)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The receiver did not start: it printed '{line}'.");
        }

        return new SampleReceiver(process, new Uri(line[ready.Length..]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("Node is not installed: receivers in another language could not be certified.");
            throw;
        }
    }
}
