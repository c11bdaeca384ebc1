using Conformance.Benchmarks.Fuzzing;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Hostile;

/// <summary>
/// Whatever a file has in it, its reader comes to a result or to findings about places that the file has. The long run is
/// <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- fuzz</c>; what it found is kept as files.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FuzzingTests
{
    private const int Seed = 20260101;
    private const int Inputs = 60;

    private static readonly FuzzTargets Targets = new(RepositoryFiles.Root);

    private static IEnumerable<string> Names => Targets.All.Select(t => t.Name);

    private static IEnumerable<TestCaseData> Found =>
        Targets.All.SelectMany(t =>
            Targets
                .FoundBy(t.Name)
                .Select(f => new TestCaseData(t.Name, f).SetArgDisplayNames(t.Name, Path.GetFileName(f)))
        );

    [TestCaseSource(nameof(Names))]
    public void Mutated_files_are_read_to_a_result_or_to_findings(string target)
    {
        using var folder = new TemporaryFolder();
        var reader = Targets.All.Single(t => t.Name == target);
        // The shortest of the honest files: the others are for the long run.
        var seeds = reader.Seeds.OrderBy(f => new FileInfo(f).Length).Take(20).ToArray();
        var fuzzer = new Fuzzer(reader with { Seeds = seeds }, Seed, folder.Path, usesCoverage: false);

        fuzzer.Begin();
        for (var i = 0; i < Inputs; i++)
        {
            fuzzer.Step();
        }

        fuzzer.Findings.Select(f => f.Message).Should().BeEmpty();
        fuzzer.Behaviours.Should().BeGreaterThan(1, "inputs that all come to the same say nothing");
    }

    [TestCaseSource(nameof(Found))]
    public void What_was_found_once_is_read(string target, string file)
    {
        var read = () => Targets.All.Single(t => t.Name == target).Read(file).Count();

        read.Should().NotThrow();
    }
}
