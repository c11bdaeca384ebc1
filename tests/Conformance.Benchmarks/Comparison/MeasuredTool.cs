using System.Runtime.Versioning;

namespace Conformance.Benchmarks.Comparison;

/// <summary>What a job cost one tool, over some rounds; every figure is the median.</summary>
/// <param name="name">Name of the tool, with its version.</param>
/// <param name="expected">How many requests it has to send.</param>
[SupportedOSPlatform("linux")]
internal sealed class MeasuredTool(string name, int expected)
{
    private readonly List<(MeasuredProcess Process, int Requests, TimeSpan ToFirst, TimeSpan? Own)> rounds = [];

    public string Name => name;

    /// <summary>Whether it asked everything in every round and found nothing wrong.</summary>
    public bool IsComplete => rounds.TrueForAll(r => r.Process.ExitCode == 0 && r.Requests >= expected);

    public int Requests => rounds.Min(r => r.Requests);

    public double WallSeconds => Median(r => r.Process.Wall.TotalSeconds);

    public double ProcessorSeconds => Median(r => r.Process.Processor.TotalSeconds);

    public double PeakMegabytes => Median(r => r.Process.PeakBytes / 1e6);

    /// <summary>From the start of the process to the first of the requests.</summary>
    public double MillisecondsToFirstRequest => Median(r => r.ToFirst.TotalMilliseconds);

    /// <summary>How long requests were under way, as the tool itself says; null when it does not say.</summary>
    public double? OwnSeconds => rounds[0].Own is null ? null : Median(r => r.Own!.Value.TotalSeconds);

    /// <summary>Takes one round.</summary>
    public void Add(MeasuredProcess process, int requests, TimeSpan toFirst, TimeSpan? own) =>
        rounds.Add((process, requests, toFirst, own));

    private double Median(Func<(MeasuredProcess Process, int Requests, TimeSpan ToFirst, TimeSpan? Own), double> of) =>
        rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
