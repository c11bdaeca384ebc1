using System.Xml.Linq;
using Conformance.Tests.Cli;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Packages;

/// <summary>
/// The sample provider as its team would have it: outside this repository, its test project with the package instead of
/// our projects.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class NUnitPackageTests
{
    private const string Tests = "Conformance.SampleProvider.Tests";
    private string sample = "";

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        sample = PackageFeed.FreshFolder("sample");
        Copy("Conformance.SampleProvider");
        Copy(Tests);
        await File.WriteAllTextAsync(Path.Combine(sample, "Directory.Build.props"), Surroundings.Properties);
        await File.WriteAllTextAsync(Path.Combine(sample, "nuget.config"), Surroundings.Sources(PackageFeed.Feed));
        await File.WriteAllTextAsync(Path.Combine(sample, Tests, $"{Tests}.csproj"), Surroundings.TestProject);
        // Whoever forgets the attribute must not have a green run without a test: the package sees to that.
        var contract = Path.Combine(sample, Tests, "Contract.cs");
        await File.WriteAllTextAsync(contract, (await File.ReadAllTextAsync(contract)).Replace("[TestFixture]", ""));

        var building = await DotnetAsync("build", Tests, "--nologo", "-v", "q", "-p:RunAnalyzers=false");
        Assert.That(building.ExitCode, Is.Zero, building.Out + building.Error);
    }

    [Test]
    public async Task Every_case_of_the_contract_is_a_test_of_the_provider()
    {
        var cases = Conformance.ConformancePlan.Make(
            new RunOptions { Specification = Path.Combine(sample, Tests, "loans.yaml"), Environment = "test" },
            CancellationToken.None
        );

        var (exitCode, results) = await TestAsync("conforming", []);

        exitCode.Should().Be(0);
        var expected = cases.Value!.Cases.Select(c => $"Contract({c.Id})").ToArray();
        expected.Should().HaveCountGreaterThan(100);
        results.Where(r => r.Value == "Passed").Select(r => r.Key).Should().Contain(expected);
        results.Values.Should().AllBe("Passed");
    }

    [Test]
    public async Task A_fault_of_the_service_makes_the_case_red_that_is_about_it()
    {
        var (exitCode, results) = await TestAsync("faulty", ["--filter", "Name~days"], ("Library__MostDays", "60"));

        exitCode.Should().Be(1);
        results
            .Where(r => r.Value == "Failed")
            .Select(r => r.Key)
            .Should()
            .Equal("Contract(lend/validation_errors/days/above-maximum)");
    }

    private async Task<(int ExitCode, Dictionary<string, string> Results)> TestAsync(
        string name,
        string[] filter,
        params (string Name, string Value)[] variables
    )
    {
        var answer = await ProcessRunner.RunAsync(
            ProcessRunner.Dotnet,
            sample,
            ["test", Tests, "--no-build", "--nologo", .. filter, "--logger", $"trx;LogFileName={name}.trx"],
            variables.ToDictionary(v => v.Name, v => v.Value)
        );
        var file = Path.Combine(sample, Tests, "TestResults", $"{name}.trx");
        Assert.That(file, Does.Exist, answer.Out + answer.Error);
        return (
            answer.ExitCode,
            XDocument
                .Load(file)
                .Descendants()
                .Where(e => e.Name.LocalName == "UnitTestResult")
                .ToDictionary(e => (string)e.Attribute("testName")!, e => (string)e.Attribute("outcome")!)
        );
    }

    private Task<CliAnswer> DotnetAsync(params string[] arguments) =>
        ProcessRunner.RunAsync(ProcessRunner.Dotnet, sample, arguments);

    private void Copy(string project)
    {
        var to = Directory.CreateDirectory(Path.Combine(sample, project)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", project)))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
