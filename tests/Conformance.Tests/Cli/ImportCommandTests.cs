using Conformance.Tests.OpenApi;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>The command <c>import openapi</c>.</summary>
public sealed class ImportCommandTests
{
    [Test]
    public async Task A_document_becomes_a_file_that_lints()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "new", "petshop.yaml");

        var import = await CliRunner.RunAsync("import", "openapi", OpenApiDocuments.PetShop, "--out", file);
        var lint = await CliRunner.RunAsync("lint", file);

        import.ExitCode.Should().Be(ExitCodes.Conforming);
        import.Out.Should().Contain("operations             2 of 4").And.EndWith($"{file}\n");
        lint.ExitCode.Should().Be(ExitCodes.Conforming, lint.Out);
    }

    [Test]
    public async Task Without_a_file_the_specification_is_all_of_standard_output()
    {
        var import = await CliRunner.RunAsync("import", "openapi", OpenApiDocuments.Tasks);

        import.Out.Should().StartWith("# Integration specification").And.NotContain("carried over:");
        import.Error.Should().StartWith("carried over:");
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "mine.yaml");
        await File.WriteAllTextAsync(file, "mine");

        var import = await CliRunner.RunAsync("import", "openapi", OpenApiDocuments.Tasks, "--out", file);

        import.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        import.Error.Should().Contain("is there already");
        (await File.ReadAllTextAsync(file)).Should().Be("mine");
    }

    [TestCase("openapi: 3.1.0\ninfo: {}\n", "has neither 'paths' nor 'webhooks'")]
    [TestCase("swagger: '1.2'\npaths: {}\n", "this is no OpenAPI 3 document: Swagger 1.2")]
    [TestCase("asyncapi: 3.0.0\n", "this is no OpenAPI 3 document: an AsyncAPI document")]
    [TestCase("title: x\n", "this is no OpenAPI 3 document: no key 'openapi'")]
    [TestCase("- a list\n", "an OpenAPI document must be a mapping, not a list")]
    [TestCase("{ \"openapi\": \"3.1.0\", }}", "the text is not JSON")]
    [TestCase("openapi: [3.1\n", "DOC-002")]
    [TestCase("", "is empty")]
    public async Task What_is_no_document_gets_one_diagnostic(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "api.yaml");
        await File.WriteAllTextAsync(file, text);

        var import = await CliRunner.RunAsync("import", "openapi", file);

        import.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        import.Error.Should().Contain(message).And.Contain("1 error");
        import.Out.Should().BeEmpty();
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said()
    {
        var import = await CliRunner.RunAsync("import", "openapi", "nowhere.yaml");

        import.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        import.Error.Should().Contain("There is no file 'nowhere.yaml'");
    }
}
