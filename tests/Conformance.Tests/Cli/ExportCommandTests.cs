using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>The command <c>export openapi</c>.</summary>
public sealed class ExportCommandTests
{
    private static readonly string Orders = Path.Combine(RepositoryFiles.Root, "specs", "orders.yaml");

    [TestCase("api.json", "{")]
    [TestCase("api.yaml", "openapi:")]
    public async Task The_name_of_the_file_decides_how_it_is_written(string name, string start)
    {
        using var folder = new TemporaryFolder();

        var export = await CliRunner.RunAsync("export", "openapi", Orders, "--out", folder.File(name));

        export.ExitCode.Should().Be(ExitCodes.Conforming);
        export.Out.Should().Be($"{folder.File(name)}\n");
        (await File.ReadAllTextAsync(folder.File(name))).Should().StartWith(start);
    }

    [Test]
    public async Task Without_a_file_the_document_goes_to_standard_output()
    {
        var export = await CliRunner.RunAsync("export", "openapi", Orders);

        export.Out.Should().StartWith("openapi: \"3.1.1\"");
    }

    [Test]
    public async Task A_specification_with_errors_is_not_exported()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bad.yaml"), "endpoints:\n  - method: GET\n");

        var export = await CliRunner.RunAsync("export", "openapi", folder.File("bad.yaml"));

        export.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        export.Out.Should().BeEmpty();
    }
}
