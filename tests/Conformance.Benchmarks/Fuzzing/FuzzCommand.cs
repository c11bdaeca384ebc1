using System.Diagnostics;
using System.Globalization;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>
/// <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- fuzz --minutes 10 --seed 1 [--target NAME]</c>: tries the
/// readers in a process of its own with at most 500 MB of managed memory, so that what ends a process is a finding too.
/// </summary>
internal static class FuzzCommand
{
    private const string MostMemory = "0x1F400000";

    /// <summary>Runs the command.</summary>
    /// <returns>0 when nothing was found, 1 when something was, 2 when it was asked for wrongly.</returns>
    public static int Run(string[] arguments)
    {
        if (FuzzOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(FuzzOptions.Usage);
            return 2;
        }

        Directory.CreateDirectory(options.Folder);
        return options.IsChild ? new FuzzSession(options).Run() : Watch(options);
    }

    private static int Watch(FuzzOptions options)
    {
        Console.WriteLine($"seed {options.Seed}; findings go to {options.Folder}");
        var watch = Stopwatch.StartNew();
        var (found, seed) = (0, options.Seed);
        while (options.Time - watch.Elapsed is { Ticks: > 0 } left)
        {
            var exitCode = Child(options with { Time = left, Seed = seed++ });
            if (exitCode is 0 or 1)
            {
                return found + exitCode > 0 ? 1 : 0;
            }

            found++;
            Console.WriteLine($"FOUND: the process ended with {exitCode} while it read {Save(options)}");
        }

        return found > 0 ? 1 : 0;
    }

    private static int Child(FuzzOptions options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FuzzCommand).Assembly.Location);
        }

        foreach (var argument in options.ForChild())
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        using var child = Process.Start(start)!;
        child.WaitForExit();
        return child.ExitCode;
    }

    private static string Save(FuzzOptions options)
    {
        var culprit = new DirectoryInfo(options.Folder).EnumerateFiles("current-*").MaxBy(f => f.LastWriteTimeUtc)!;
        var name =
            $"crash-{DateTimeOffset.UtcNow.ToString("HHmmss", CultureInfo.InvariantCulture)}-{culprit.Name[8..]}";
        return culprit.CopyTo(Path.Combine(options.Folder, name), overwrite: true).FullName;
    }
}
