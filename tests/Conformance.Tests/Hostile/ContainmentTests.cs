using Conformance.OpenApi;
using Conformance.Reports;
using Conformance.Specification.Diagnostics;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Hostile;

/// <summary>Whoever wrote a file gets at no other file by it: none outside its folder is read, and none outside the output is written.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ContainmentTests
{
    private const string Secret = "hidden-from-the-document";

    [TestCase("../outside.yaml")]
    [TestCase("%2e%2e/outside.yaml")]
    [TestCase("inner/../../outside.yaml")]
    [TestCase("link.yaml", Description = "a link to a file")]
    [TestCase("folder/outside.yaml", Description = "a link to a folder")]
    [TestCase("{absolute}")]
    [TestCase("file://{absolute}")]
    public void No_reference_leads_out_of_the_folder(string reference)
    {
        using var folder = new TemporaryFolder();
        var outside = folder.File("outside.yaml");
        var inside = Directory.CreateDirectory(folder.File("inside")).FullName;
        File.WriteAllText(outside, $"Thing: {{ type: object, description: {Secret} }}\n");
        File.CreateSymbolicLink(Path.Combine(inside, "link.yaml"), outside);
        Directory.CreateSymbolicLink(Path.Combine(inside, "folder"), folder.Path);
        var document = Path.Combine(inside, "api.yaml");
        File.WriteAllText(document, DocumentWith(reference.Replace("{absolute}", outside)));

        var imported = OpenApiImport.Read(document);

        imported.Loading.Sources.Should().NotContain(s => s.Text.Contains(Secret));
        (imported.Text ?? "").Should().NotContain(Secret);
    }

    [TestCase("beside.yaml")]
    [TestCase("link.yaml", Description = "a link to a file beside it")]
    public void References_to_files_beside_it_are_followed(string reference)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("beside.yaml"), $"Thing: {{ type: object, description: {Secret} }}\n");
        File.CreateSymbolicLink(folder.File("link.yaml"), folder.File("beside.yaml"));
        File.WriteAllText(folder.File("api.yaml"), DocumentWith(reference));

        var imported = OpenApiImport.Read(folder.File("api.yaml"));

        imported.Loading.Diagnostics.Should().NotContain(d => d.Severity == Severity.Error);
        imported.Text.Should().Contain(Secret);
    }

    [Test]
    public async Task No_name_leads_out_of_the_output()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "a", "b", "c");
        var specification = folder.File("spec.yaml");
        await File.WriteAllTextAsync(specification, Climbing);

        var run = await CliRunner.RunAsync(
            "run",
            specification,
            "--out",
            Path.Combine(output, "run"),
            "--report",
            string.Join(',', ReportSet.Keys),
            "--filter",
            "id=*/valid-request"
        );
        var schemas = await CliRunner.RunAsync("schema", specification, "--out", Path.Combine(output, "schemas"));
        var document = await CliRunner.RunAsync("docs", specification, "--out", Path.Combine(output, "doc.html"));

        run.ExitCode.Should().BeOneOf([ExitCodes.Conforming, ExitCodes.RequirementFailed], run.Out + run.Error);
        schemas.ExitCode.Should().Be(ExitCodes.Conforming, schemas.Error);
        document.ExitCode.Should().Be(ExitCodes.Conforming, document.Error);
        Directory.EnumerateFiles(Path.Combine(output, "run")).Should().NotBeEmpty();
        Directory.EnumerateFiles(Path.Combine(output, "schemas")).Should().NotBeEmpty();
        Directory
            .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(output, StringComparison.Ordinal))
            .Should()
            .Equal(specification);
    }

    private const string Climbing = """
        info: { title: "../../../climbs", version: "1.0.0" }
        data_models:
          "../../Thing": { type: object, properties: { id: { type: string } } }
        endpoints:
          - operation_id: ../../get
            method: GET
            path: /api/v1/things
            security: { public: true }
            responses:
              200: { description: "../..", schema: { $ref: "#/data_models/../../Thing" } }
        """;

    private static string DocumentWith(string reference) =>
        $$"""
            openapi: 3.0.3
            info: { title: T, version: "1" }
            paths:
              /things:
                get:
                  operationId: get
                  responses:
                    "200":
                      description: One
                      content:
                        application/json:
                          schema: { $ref: "{{reference}}#/Thing" }
            """;
}
