using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Conformance.Benchmarks.Comparison.Peers;
using Conformance.Benchmarks.Scaling;

namespace Conformance.Benchmarks.Comparison;

/// <summary>
/// Lets this tool, a bare <see cref="HttpClient"/> and the peers ask one server the same, in one sitting, in turns.
/// Run with <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- compare</c>; it needs Linux, Node and npm.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ComparisonRun
{
    // Every body is one JSON object, and its numbers are those of JavaScript, so that every tool can be told to send it.
    private const string Expressible =
        "kind=validation_errors|happy_path id!=*/body/* id!=*/header.* id!=*/far-* id!=*/integer-with-point";

    // A folder of its own for each run: a file system that has just lost many files is slow to make new ones.
    private const string Reports = "{reports}";
    private const string FewOnly = " id=*/name/*";

    private static readonly IPeer[] Peers = [new PactVerifier(), new RedoclyRespect(), new Newman()];

    /// <summary>Measures the small and the large job, and writes table and plot into <c>reports/speed/</c>.</summary>
    /// <param name="endpoints">Operations of the large job, some 100 requests each.</param>
    /// <param name="rounds">How often each tool does the large job; the median counts. The small one is done two times more.</param>
    public static async Task<int> RunAsync(int endpoints, int rounds)
    {
        var scratch = Path.Combine(Repository.Root, "artifacts", "comparison");
        Directory.Delete(Directory.CreateDirectory(scratch).FullName, recursive: true);
        Directory.CreateDirectory(scratch);
        await PeerPackages.InstallAsync();
        var tool = await PublishedTool.MakeAsync(scratch);
        var jobs = new[]
        {
            await MeasureAsync("small", 1, Expressible + FewOnly, tool, scratch, rounds + 2),
            await MeasureAsync("large", endpoints, Expressible, tool, scratch, rounds),
        };
        ComparisonReport.Write(jobs, Repository.Results);
        return jobs.All(j => j.Tools.All(t => t.IsComplete)) ? 0 : 1;
    }

    private static async Task<MeasuredJob> MeasureAsync(
        string name,
        int endpoints,
        string filter,
        string tool,
        string scratch,
        int rounds
    )
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, name)).FullName;
        var specification = Path.Combine(folder, "quotes.yaml");
        await File.WriteAllTextAsync(specification, ScaledSpecification.WithBodies(endpoints));
        var archive = Path.Combine(folder, "recorded", "traffic.har");
        await SucceedAsync(
            [
                tool,
                "run",
                specification,
                "--filter",
                filter,
                "--report",
                "har",
                "--out",
                Path.GetDirectoryName(archive)!,
            ],
            folder
        );
        var openApi = Path.Combine(folder, "openapi.json");
        await SucceedAsync([tool, "export", "openapi", specification, "--out", openApi], folder);
        var exchanges = RecordedExchange.Read(archive);

        using var target = await LoopbackTarget.StartAsync("target", archive);
        var baseUrl = target.BaseUrl;
        string[] run =
        [
            tool,
            "run",
            specification,
            "--filter",
            filter,
            "--base-url",
            baseUrl.ToString(),
            "--environment",
            "sandbox",
            "--out",
            Reports,
        ];
        List<(string Name, IReadOnlyList<string> Command)> commands =
        [
            (
                "bare HttpClient",
                [
                    Environment.ProcessPath!,
                    "bare",
                    archive,
                    baseUrl.ToString(),
                    Workers.ToString(CultureInfo.InvariantCulture),
                    "1",
                ]
            ),
            ("conformance, default reports", run),
            ("conformance, JUnit and summary", [.. run, "--report", "junit,summary"]),
            .. Peers.Select(p => (p.Name, p.Prepare(exchanges, openApi, baseUrl, folder))),
        ];
        return new MeasuredJob(
            name,
            exchanges.Count,
            rounds,
            await InTurnsAsync(commands, baseUrl, folder, exchanges.Count, rounds)
        );
    }

    private static int Workers => Environment.ProcessorCount;

    private static async Task<List<MeasuredTool>> InTurnsAsync(
        IReadOnlyList<(string Name, IReadOnlyList<string> Command)> commands,
        Uri baseUrl,
        string folder,
        int expected,
        int rounds
    )
    {
        using var control = new HttpClient { BaseAddress = baseUrl };
        var measured = commands.Select(c => new MeasuredTool(c.Name, expected)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (tool, (name, command)) in measured.Zip(commands))
            {
                await control.GetStringAsync("/reset");
                var reports = Path.Combine(folder, $"reports-{name.Length}-{round}");
                var process = await MeasuredProcess.RunAsync(
                    [.. command.Select(a => a == Reports ? reports : a)],
                    folder
                );
                var counts = (await control.GetStringAsync("/counts")).Split(' ');
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name.Split(' ')[0]}.log"), process.Output);
                tool.Add(
                    process,
                    int.Parse(counts[0], CultureInfo.InvariantCulture),
                    new TimeSpan(Math.Max(0, long.Parse(counts[2], CultureInfo.InvariantCulture) - process.StartedAt)),
                    OwnTime(name, process, reports)
                );
                Console.WriteLine(
                    $"{name}: {process.Wall.TotalSeconds:0.00} s, exit code {process.ExitCode}, {counts[0]} requests"
                );
            }
        }

        return measured;
    }

    // How long requests were under way, without the start: only two of them say so.
    private static TimeSpan? OwnTime(string name, MeasuredProcess process, string reports) =>
        name.Split(' ')[0] switch
        {
            "bare" => TimeSpan.FromMilliseconds(double.Parse(process.Output, CultureInfo.InvariantCulture)),
            "conformance," => TimeSpan.FromMilliseconds(
                (double)JsonNode.Parse(File.ReadAllText(Path.Combine(reports, "summary.json")))!["durationMs"]!
            ),
            _ => null,
        };

    private static async Task SucceedAsync(IReadOnlyList<string> command, string folder)
    {
        var process = await MeasuredProcess.RunAsync(command, folder);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {process.Output}");
        }
    }
}
