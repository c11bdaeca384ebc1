using System.Text.Json;
using Conformance.Tests.Cli;
using Conformance.Tests.Packages;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.SupplyChain;

[Parallelizable(ParallelScope.Self)]
public sealed class BillOfMaterialsTests : IDisposable
{
    private const string Script = """
        const { Validation, Spec } = require('@cyclonedx/cyclonedx-library');
        const text = require('fs').readFileSync(process.argv[1], 'utf8');
        new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)
          .then(problem => { if (problem) { console.error(JSON.stringify(problem)); process.exit(1); } console.log('valid'); });
        """;

    private readonly TemporaryFolder folder = new();

    private string Bill => folder.File("conformance.cdx.json");

    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        var script = Path.Combine(RepositoryFiles.Root, ".ci", "sbom");
        var answer = await ProcessRunner.RunAsync("bash", "", [script, folder.Path]);
        Assert.That(answer.ExitCode, Is.Zero, answer.Out + answer.Error);
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void It_lists_what_the_lock_file_of_the_tool_has()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Bill));
        var components = bill.RootElement.GetProperty("components").EnumerateArray();

        components
            .Select(c => $"{c.GetProperty("name").GetString()} {c.GetProperty("version").GetString()}")
            .Should()
            .BeEquivalentTo(LockedPackage.In(LockedPackage.FileOf("Conformance.Cli")).Select(p => p.ToString()));
        bill.RootElement.GetProperty("metadata")
            .GetProperty("component")
            .GetProperty("version")
            .GetString()
            .Should()
            .Be(PackageFeed.Version);
    }

    [Test]
    public void Every_component_has_its_licence_and_its_digest()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Bill));

        bill.RootElement.GetProperty("components")
            .EnumerateArray()
            .Should()
            .OnlyContain(c =>
                c.GetProperty("licenses").GetArrayLength() > 0
                && c.GetProperty("hashes").EnumerateArray().Any(h => h.GetProperty("alg").GetString() == "SHA-512")
            );
    }

    [Test]
    public async Task CycloneDX_s_own_library_accepts_it()
    {
        NodePackages.File("@cyclonedx/cyclonedx-library/package.json");
        NodePackages.File("ajv-formats-draft2019/package.json");

        var (exitCode, output) = await NodePackages.RunAsync(NodePackages.Folder, "node", "-e", Script, Bill);

        exitCode.Should().Be(0, output);
        output.Should().Contain("valid");
    }
}
