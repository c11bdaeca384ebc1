using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Packages;

public sealed class PackageContentTests
{
    [Test]
    public void The_packages_are_the_tool_and_NUnit_with_what_it_rests_on() =>
        Directory
            .EnumerateFiles(PackageFeed.Feed)
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo(Ids.Select(id => $"{id}.{PackageFeed.Version}.nupkg"));

    [TestCaseSource(nameof(Ids))]
    public void A_package_says_what_it_is_and_has_its_licence_inside(string id)
    {
        using var package = PackageFeed.Open(id);

        package.Entries.Select(e => e.FullName).Should().Contain(["LICENSE", "README.md"]);
        var metadata = Nuspec(id).Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
        metadata["version"].Should().Equal(PackageFeed.Version);
        metadata["license"].Should().Equal("MIT");
        metadata["readme"].Should().Equal("README.md");
        metadata["description"].Should().ContainSingle().Which.Should().EndWith(".");
    }

    [TestCaseSource(nameof(Ids))]
    public void Our_packages_ask_for_each_other_in_their_own_version(string id) =>
        Nuspec(id)
            .Descendants()
            .Where(e => e.Name.LocalName == "dependency" && Ids.Contains((string)e.Attribute("id")!))
            .Select(e => (string)e.Attribute("version")!)
            .Should()
            .AllBe(PackageFeed.Version);

    [Test]
    public void The_tool_names_the_licence_of_every_library_that_comes_with_it()
    {
        using var package = PackageFeed.Open("Conformance.Tool");
        using var text = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        var notices = text.ReadToEnd();

        var foreign = package
            .Entries.Where(e => e.FullName.StartsWith("tools/", StringComparison.Ordinal))
            .Select(e => e.Name.StartsWith("libsodium", StringComparison.Ordinal) ? "libsodium" : e.Name)
            .Where(n => n == "libsodium" || Path.GetExtension(n) == ".dll")
            .Where(n => !n.StartsWith("Conformance.", StringComparison.Ordinal))
            .Distinct();
        foreign.Should().NotBeEmpty().And.OnlyContain(n => notices.Contains($"{n}, "));
    }

    private static string[] Ids =>
        [
            "Conformance.Tool",
            "Conformance.NUnit",
            "Conformance",
            "Conformance.Reports",
            "Conformance.Verdicts",
            "Conformance.Execution",
            "Conformance.Scenarios",
            "Conformance.Diagrams",
            "Conformance.Specification",
        ];

    private static XElement Nuspec(string id)
    {
        using var package = PackageFeed.Open(id);
        using var text = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(text).Root!.Elements().Single();
    }
}
