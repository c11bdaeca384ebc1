using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Run;

/// <summary>The small contract that runs are tested with.</summary>
internal static class Notes
{
    public static string Path { get; } =
        System.IO.Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "notes.yaml");

    /// <summary>Options of a run that writes no reports.</summary>
    public static RunOptions Options { get; } = new() { Specification = Path, Reports = "none" };

    /// <summary>A contract that differs in the status of a created note: whoever serves it breaks the other one.</summary>
    public static IntegrationSpecification Lying { get; } =
        SpecificationLoader
            .LoadText(
                "lying.yaml",
                File.ReadAllText(Path).Replace("      201:", "      202:", StringComparison.Ordinal)
            )
            .Specification!;

    public static ConformancePlan Plan(RunOptions? options = null)
    {
        var plan = ConformancePlan.Make(options ?? Options, CancellationToken.None);
        return plan.Value ?? throw new InvalidOperationException(plan.Refusal!.Message);
    }
}
