using System.Reflection;
using System.Xml.Linq;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Architecture;

/// <summary>The pipeline is the project files: each lists its one arrow, and nothing points backwards.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Conformance.Specification"] = [],
        ["Conformance.Scenarios"] = ["Conformance.Specification"],
        ["Conformance.Execution"] = ["Conformance.Scenarios"],
        ["Conformance.Verdicts"] = ["Conformance.Execution"],
        ["Conformance.Reports"] = ["Conformance.Diagrams", "Conformance.Verdicts"],
        ["Conformance"] = ["Conformance.Reports"],
        ["Conformance.NUnit"] = ["Conformance"],
        ["Conformance.Simulator"] = ["Conformance.Specification"],
        ["Conformance.Consumers"] = ["Conformance", "Conformance.Simulator"],
        ["Conformance.Diagrams"] = ["Conformance.Specification"],
        ["Conformance.Certificates"] = ["Conformance"],
        ["Conformance.Documents"] = ["Conformance.Diagrams", "Conformance.Specification"],
        ["Conformance.Recorder"] = ["Conformance"],
        ["Conformance.OpenApi"] = ["Conformance.Specification"],
        ["Conformance.Evolution"] = ["Conformance.Specification"],
        ["Conformance.Cli"] =
        [
            "Conformance.Certificates",
            "Conformance.Consumers",
            "Conformance.Documents",
            "Conformance.Evolution",
            "Conformance.NUnit",
            "Conformance.OpenApi",
            "Conformance.Recorder",
            "Conformance.Simulator",
        ],
    };

    [Test]
    public void The_projects_are_the_stages() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Should()
            .BeEquivalentTo(Arrows.Keys);

    [TestCaseSource(nameof(Projects))]
    public void A_project_lists_its_arrows_and_no_others(string project)
    {
        var file = XDocument.Load(Path.Combine(RepositoryFiles.Root, "src", project, $"{project}.csproj"));

        file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))
            .Should()
            .BeEquivalentTo(Arrows[project]);
    }

    // What the compiler really used: a type reached over two arrows shows here, one that points backwards cannot hide.
    [TestCaseSource(nameof(Projects))]
    public void An_assembly_uses_only_what_its_arrows_lead_to(string project)
    {
        var reachable = Reachable(project).ToHashSet();

        var used = Assembly
            .Load(project)
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n == "Conformance" || n.StartsWith("Conformance.", StringComparison.Ordinal));

        used.Should().BeSubsetOf(reachable);
    }

    [Test]
    public void The_simulator_reads_the_specification_by_itself() =>
        Reachable("Conformance.Simulator").Should().Equal("Conformance.Specification");

    [TestCaseSource(nameof(Projects))]
    public void Only_the_stage_that_needs_a_package_has_it(string project)
    {
        var owners = new Dictionary<string, string>
        {
            ["YamlDotNet"] = "Conformance.Specification",
            ["NJsonSchema"] = "Conformance.Specification",
            ["Microsoft.OpenApi"] = "Conformance.OpenApi",
            ["Yarp.ReverseProxy"] = "Conformance.Recorder",
            ["NSec.Cryptography"] = "Conformance.Certificates",
            ["RestSharp"] = "Conformance.Execution",
            ["nunit.framework"] = "Conformance.NUnit",
            ["FluentAssertions"] = "Conformance.NUnit",
            ["Spectre.Console"] = "Conformance.Cli",
            ["System.CommandLine"] = "Conformance.Cli",
        };

        var foreign = Assembly
            .Load(project)
            .GetReferencedAssemblies()
            .Where(a => owners.TryGetValue(a.Name!, out var owner) && owner != project)
            .Select(a => a.Name);

        foreign.Should().BeEmpty();
    }

    private static IEnumerable<string> Projects => Arrows.Keys;

    private static IEnumerable<string> Reachable(string project) =>
        Arrows[project].SelectMany(p => Reachable(p).Prepend(p)).Distinct();
}
