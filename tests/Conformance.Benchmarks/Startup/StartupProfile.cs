using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;
using Conformance.Benchmarks.Comparison;
using Conformance.Benchmarks.Scaling;
using Conformance.Cli;

namespace Conformance.Benchmarks.Startup;

/// <summary>
/// Records which generic code short runs need, so that it is compiled when the tool is published: without it .NET
/// compiles a thousand methods before the first request. To be made anew now and then, when code has changed; what is
/// out of date in it does no harm. Run with
/// <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- startup-profile</c>.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class StartupProfile
{
    private static string Result => Path.Combine(Repository.Root, "src", "Conformance.Cli", "startup.mibc");

    /// <summary>Makes the profile, in a process in which nothing is compiled yet.</summary>
    public static async Task<int> MakeAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["startup-profile", "here"])
        {
            Environment = { ["DOTNET_ReadyToRun"] = "0", ["DOTNET_TieredCompilation"] = "0" },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Runs the tool in this process, and writes down what was compiled.</summary>
    public static async Task<int> RecordAsync()
    {
        using var compiled = new CompiledMethods();
        var folder = Directory.CreateTempSubdirectory("conformance").FullName;
        try
        {
            using var target = await LoopbackTarget.StartAsync("range-target");
            var lists = Path.Combine(folder, "lists.yaml");
            await File.WriteAllTextAsync(lists, ScaledSpecification.WithoutBodies(1));
            var orders = Path.Combine(Repository.Root, "specs", "orders.yaml");
            await RunAsync(
                [
                    "run",
                    lists,
                    "--base-url",
                    target.BaseUrl.ToString(),
                    "--environment",
                    "sandbox",
                    "--filter",
                    RangeTarget.Answerable,
                ],
                folder
            );
            await RunAsync(["run", orders], folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        MethodBase[] methods = [.. compiled.Instantiations().Where(m => !IsOfBenchmarks(m))];
        ProfileFile.Write(Result, methods);
        Console.WriteLine($"{methods.Length} methods -> {Path.GetRelativePath(Repository.Root, Result)}");
        return 0;
    }

    private static async Task RunAsync(string[] arguments, string folder)
    {
        var code = await CliApp.RunAsync(
            [.. arguments, "--out", Path.Combine(folder, "reports"), "--quiet"],
            CliConsole.OfProcess(),
            CancellationToken.None
        );
        Console.WriteLine($"{string.Join(' ', arguments)}: exit code {code}");
    }

    private static bool IsOfBenchmarks(MethodBase method) =>
        method.ToString()!.Contains("Benchmarks", StringComparison.Ordinal)
        || method.DeclaringType!.ToString().Contains("Benchmarks", StringComparison.Ordinal);
}
