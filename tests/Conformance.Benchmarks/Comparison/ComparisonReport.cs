using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Conformance.Benchmarks.Plots;

namespace Conformance.Benchmarks.Comparison;

/// <summary>Table and plot of a comparison.</summary>
[SupportedOSPlatform("linux")]
internal static class ComparisonReport
{
    /// <summary>Writes <c>comparison.md</c> and a plot for each job, and prints the table.</summary>
    /// <param name="jobs">What was measured.</param>
    /// <param name="folder">Where it is written.</param>
    public static void Write(IReadOnlyList<MeasuredJob> jobs, string folder)
    {
        var text = new StringBuilder("# The same requests by several tools, against one server on loopback\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors; start of the process included. "
        );
        text.Append("Repeat with `dotnet run -c Release --project tests/Conformance.Benchmarks -- compare`.\n");
        foreach (var job in jobs)
        {
            Append(text, job);
            BarPlot.Write(
                Path.Combine(folder, $"comparison-{job.Name}.svg"),
                $"{job.Requests} requests: seconds from start to end",
                [.. job.Tools.Select(t => (t.Name, t.WallSeconds))]
            );
        }

        File.WriteAllText(Path.Combine(folder, "comparison.md"), text.ToString());
        Console.WriteLine(text);
    }

    private static void Append(StringBuilder text, MeasuredJob job)
    {
        var own = job.Tools.First(t => t.Name.StartsWith("conformance", StringComparison.Ordinal));
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {job.Requests} requests, {(job.Rounds == 1 ? "once" : $"median of {job.Rounds}")}\n\n![{job.Requests} requests](comparison-{job.Name}.svg)\n\n"
        );
        text.Append(
            "| tool | wall s | times conformance | first request after ms | requests/s | processor s | peak MB | requests |\n"
        );
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var tool in job.Tools)
        {
            var rate = tool.OwnSeconds is { } seconds
                ? (job.Requests / seconds).ToString("0", CultureInfo.InvariantCulture)
                : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {tool.Name} | {tool.WallSeconds:0.00} | {tool.WallSeconds / own.WallSeconds:0.0} | {tool.MillisecondsToFirstRequest:0} | {rate} | {tool.ProcessorSeconds:0.00} | {tool.PeakMegabytes:0} | {tool.Requests}{(tool.IsComplete ? "" : " (not complete)")} |\n"
            );
        }
    }
}
