using Conformance.Tests.Specification;

namespace Conformance.Tests.Run;

/// <summary>The small contract that runs are tested with.</summary>
internal static class Notes
{
    public static string Path { get; } =
        System.IO.Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "notes.yaml");

    /// <summary>Options of a run that writes no reports.</summary>
    public static RunOptions Options { get; } = new() { Specification = Path, Reports = "none" };

    public static ConformancePlan Plan(RunOptions? options = null)
    {
        var plan = ConformancePlan.Make(options ?? Options, CancellationToken.None);
        return plan.Value ?? throw new InvalidOperationException(plan.Refusal!.Message);
    }
}
