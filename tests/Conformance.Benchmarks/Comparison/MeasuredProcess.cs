using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Conformance.Benchmarks.Comparison;

/// <summary>What a process and its children took, from start to end. Reads <c>/proc</c>, so it needs Linux.</summary>
/// <param name="StartedAt">Ticks (UTC) at which it was started.</param>
/// <param name="Wall">Time until it ended.</param>
/// <param name="Processor">User and system time of it and of the children that it waited for.</param>
/// <param name="PeakBytes">The most memory that it and its children held at once, seen every 10 ms.</param>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
[SupportedOSPlatform("linux")]
internal sealed partial record MeasuredProcess(
    long StartedAt,
    TimeSpan Wall,
    TimeSpan Processor,
    long PeakBytes,
    int ExitCode,
    string Output
)
{
    private const int OfChildren = -1;

    /// <summary>Runs a process to its end.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="folder">Working directory.</param>
    public static async Task<MeasuredProcess> RunAsync(IReadOnlyList<string> command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var before = ProcessorTimeOfChildren();
        var startedAt = TimeProvider.System.GetUtcNow().UtcTicks;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        using var ended = new CancellationTokenSource();
        var peak = WatchMemoryAsync(process.Id, ended.Token);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var wall = watch.Elapsed;
        await ended.CancelAsync();
        return new(
            startedAt,
            wall,
            ProcessorTimeOfChildren() - before,
            await peak,
            process.ExitCode,
            await output + await error
        );
    }

    private static async Task<long> WatchMemoryAsync(int root, CancellationToken ended)
    {
        var peak = 0L;
        while (!ended.IsCancellationRequested)
        {
            peak = Math.Max(peak, Resident(root));
            await Task.Delay(10, CancellationToken.None);
        }

        return peak;
    }

    private static long Resident(int id)
    {
        try
        {
            var children = File.ReadAllText($"/proc/{id}/task/{id}/children")
                .Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var pages = File.ReadAllText($"/proc/{id}/statm").Split(' ')[1];
            return (long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize)
                + children.Sum(c => Resident(int.Parse(c, CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return 0;
        }
    }

    private static TimeSpan ProcessorTimeOfChildren()
    {
        var usage = new Usage();
        return GetUsage(OfChildren, ref usage) == 0
            ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
                + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
            : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref Usage usage);

    // struct rusage of Linux on 64 bits: two times, then 14 numbers that are not used here.
    [StructLayout(LayoutKind.Sequential)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private readonly Others others;

        [System.Runtime.CompilerServices.InlineArray(14)]
        private struct Others
        {
            private long first;
        }
    }
}
