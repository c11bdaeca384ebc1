namespace Conformance.Benchmarks.Comparison;

/// <summary>One job and what it cost each tool.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="Requests">How many requests it consists of.</param>
/// <param name="Rounds">How often each tool did it.</param>
/// <param name="Tools">The tools.</param>
internal sealed record MeasuredJob(string Name, int Requests, int Rounds, IReadOnlyList<MeasuredTool> Tools);
