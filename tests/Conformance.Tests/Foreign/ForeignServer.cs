using System.Diagnostics;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Foreign;

/// <summary>
/// Runs <c>orders-server.mjs</c>, a server in another language that shares no code with us, as a process of its own.
/// Tests that need it are skipped, visibly, where Node is absent.
/// </summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    public const string ClientId = "foreign-client";
    public const string ClientSecret = "foreign-secret";

    private readonly Process process;

    private ForeignServer(Process process, Uri baseUrl)
    {
        this.process = process;
        BaseUrl = baseUrl;
    }

    public Uri BaseUrl { get; }

    public static async Task<ForeignServer> StartAsync(string fault, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(
            Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Foreign", "orders-server.mjs")
        );
        start.ArgumentList.Add("--clock");
        start.ArgumentList.Add("--states");
        start.Environment["FAULT"] = fault;
        start.Environment["CLIENT_ID"] = ClientId;
        start.Environment["CLIENT_SECRET"] = ClientSecret;

        var process = StartOrSkip(start);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        const string ready = "listening on ";
        if (line?.StartsWith(ready, StringComparison.Ordinal) != true)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The foreign server did not start: it printed '{line}'.");
        }

        return new ForeignServer(process, new Uri(line[ready.Length..]));
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
            Assert.Ignore("Node is not installed: the suite could not be measured on a server in another language.");
            throw;
        }
    }
}
