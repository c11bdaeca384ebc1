using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Conformance.Benchmarks.Comparison;
using Conformance.Benchmarks.Plots;

namespace Conformance.Benchmarks.Scaling;

/// <summary>
/// Memory of the tool over a run of more than 100,000 cases, every request recorded. Run with
/// <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- long</c>; it needs Linux.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class LongRun
{
    /// <summary>Runs, writes table and plot into <c>reports/speed/</c>.</summary>
    /// <param name="endpoints">Number of operations, 24 cases each.</param>
    public static async Task<int> RunAsync(int endpoints)
    {
        var scratch = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "comparison")).FullName;
        var tool = await PublishedTool.MakeAsync(scratch);
        var folder = Directory.CreateDirectory(Path.Combine(scratch, "long")).FullName;
        var specification = Path.Combine(folder, "lists.yaml");
        await File.WriteAllTextAsync(specification, ScaledSpecification.WithoutBodies(endpoints));
        using var target = await LoopbackTarget.StartAsync("range-target");
        var start = new ProcessStartInfo(
            tool,
            [
                "run",
                specification,
                "--filter",
                RangeTarget.Answerable,
                "--base-url",
                target.BaseUrl.ToString(),
                "--environment",
                "sandbox",
                "--report",
                "junit,summary",
                "--out",
                Path.Combine(folder, "reports"),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var points = await WatchAsync(run, target.BaseUrl);
        await run.WaitForExitAsync();
        Write(points, (await output).TrimEnd().Split('\n')[^2..], Repository.Results);
        return run.ExitCode;
    }

    private static async Task<List<(int Requests, double Megabytes)>> WatchAsync(Process run, Uri baseUrl)
    {
        using var control = new HttpClient { BaseAddress = baseUrl };
        var points = new List<(int Requests, double Megabytes)>();
        while (!run.HasExited)
        {
            var requests = int.Parse(await control.GetStringAsync("/counts"), CultureInfo.InvariantCulture);
            run.Refresh();
            if (!run.HasExited && requests > 0)
            {
                points.Add((requests, run.WorkingSet64 / 1e6));
            }

            await Task.Delay(250);
        }

        return points;
    }

    private static void Write(List<(int Requests, double Megabytes)> points, string[] lastLines, string folder)
    {
        var most = points.Max(p => p.Requests);
        var text = new StringBuilder("# Memory over a long run\n\n");
        text.Append("Repeat with `dotnet run -c Release --project tests/Conformance.Benchmarks -- long`.\n\n");
        text.Append("```text\n").AppendJoin('\n', lastLines).Append("\n```\n\n![memory](long-run.svg)\n\n");
        text.Append("| requests sent | MB held by the tool |\n| ---: | ---: |\n");
        foreach (var tenth in Enumerable.Range(1, 10))
        {
            var (requests, megabytes) = points.First(p => p.Requests >= most * tenth / 10);
            text.Append(CultureInfo.InvariantCulture, $"| {requests} | {megabytes:0} |\n");
        }

        LinePlot.Write(
            Path.Combine(folder, "long-run.svg"),
            "Memory of the tool",
            "requests sent",
            "MB",
            [.. points.Select(p => ((double)p.Requests, p.Megabytes))]
        );
        File.WriteAllText(Path.Combine(folder, "long-run.md"), text.ToString());
        Console.WriteLine(text);
    }
}
