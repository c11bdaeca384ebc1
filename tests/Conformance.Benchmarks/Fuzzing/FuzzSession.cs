using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Tries the readers in turn until the time is over, and tells what came of it.</summary>
/// <param name="options">How long, with what, and where to.</param>
internal sealed class FuzzSession(FuzzOptions options)
{
    // What a thread has where the system gives least.
    private const int StackBytes = 1_500_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<Fuzzer> fuzzers = [];
    private long lastInput;

    /// <summary>Does it.</summary>
    /// <returns>0 when nothing was found, else 1.</returns>
    public int Run()
    {
        fuzzers.AddRange(
            new FuzzTargets(Repository())
                .All.Where(t => options.Target is null || t.Name == options.Target)
                .Select(t => new Fuzzer(t, options.Seed, options.Folder, usesCoverage: true))
        );
        if (fuzzers.Count == 0)
        {
            Console.Error.WriteLine(FuzzOptions.Usage);
            return 2;
        }

        var work = new Thread(Work, StackBytes) { IsBackground = true };
        work.Start();
        while (!work.Join(TimeSpan.FromSeconds(1)))
        {
            if (watch.Elapsed - TimeSpan.FromTicks(Interlocked.Read(ref lastInput)) > Longest)
            {
                Console.Error.WriteLine($"an input has been read for {Longest.TotalSeconds} s");
                Environment.Exit(3);
            }
        }

        return Tell();
    }

    private void Work()
    {
        foreach (var fuzzer in fuzzers)
        {
            Interlocked.Exchange(ref lastInput, watch.Elapsed.Ticks);
            fuzzer.Begin();
        }

        for (var i = 0; watch.Elapsed < options.Time; i++)
        {
            var fuzzer = fuzzers[i % fuzzers.Count];
            for (var end = watch.Elapsed + Turn; watch.Elapsed < end && watch.Elapsed < options.Time; )
            {
                Interlocked.Exchange(ref lastInput, watch.Elapsed.Ticks);
                if (fuzzer.Step() is { } finding)
                {
                    Save(fuzzer.Shorten(finding), fuzzer.Target.Extension);
                }
            }
        }
    }

    private void Save(FuzzFinding finding, string extension)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(finding.Input))[..8];
        var file = Path.Combine(options.Folder, $"{finding.Target}-{digest}{extension}");
        File.WriteAllBytes(file, finding.Input);
        File.WriteAllText(file + ".txt", finding.Message);
        Console.WriteLine($"FOUND: {finding.Kind}: {file}");
    }

    private int Tell()
    {
        Console.WriteLine(
            $"{"reader", -14}{"inputs", 9}{"per s", 8}{"behaviours", 12}{"methods", 9}{"kept", 7}{"found", 7}"
        );
        foreach (var f in fuzzers)
        {
            var rate = f.Inputs / Math.Max(0.001, f.Time.TotalSeconds);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{f.Target.Name, -14}{f.Inputs, 9}{rate, 8:0}{f.Behaviours, 12}{f.Methods, 9}{f.Kept, 7}{f.Findings.Count, 7}"
                )
            );
        }

        return fuzzers.Any(f => f.Findings.Count > 0) ? 1 : 0;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Conformance.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The repository is not above this program.");
        }

        return folder;
    }
}
