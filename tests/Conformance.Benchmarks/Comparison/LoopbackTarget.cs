using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Conformance.Benchmarks.Comparison;

/// <summary>A target in a process of its own, so that its cost is not counted among those of a tool. Ends when disposed.</summary>
internal sealed class LoopbackTarget : IDisposable
{
    private readonly Process process;

    private LoopbackTarget(Process process, Uri baseUrl) => (this.process, BaseUrl) = (process, baseUrl);

    /// <summary>Where it answers.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts this program with the arguments that make it a target, and waits until it answers.</summary>
    /// <param name="arguments">Which target, and what it needs.</param>
    public static async Task<LoopbackTarget> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return new(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Serves until the process is ended; says where on the first line.</summary>
    /// <param name="answer">Answers every request.</param>
    public static async Task ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o => o.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        Console.WriteLine(application.Urls.Single());
        await application.WaitForShutdownAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
