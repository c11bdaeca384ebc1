using System.Text.Json.Nodes;
using Conformance.OpenApi;
using Conformance.Specification;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using Microsoft.OpenApi;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>What is exported is OpenAPI, in the judgement of others.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class OpenApiExportTests
{
    private static IEnumerable<string> Specifications => ["orders.yaml", "parcels.yaml"];

    [TestCaseSource(nameof(Specifications))]
    public void The_OpenAPI_reader_of_NET_finds_no_error(string specification)
    {
        var read = OpenApiDocument.Parse(OpenApiExport.Write(Loaded(specification), asJson: true), "json");

        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
        read.Document!.Webhooks.Should().HaveCount(3);
    }

    [TestCaseSource(nameof(Specifications))]
    public async Task Redocly_finds_no_error(string specification)
    {
        var program = NodePackages.File("@redocly/cli/bin/cli.js");
        using var folder = new TemporaryFolder();
        await ExportAsync(specification, folder);
        await File.WriteAllTextAsync(folder.File("redocly.yaml"), "extends: [recommended]\ntelemetry: off\n");

        var (exitCode, output) = await NodePackages.RunAsync(folder.Path, "node", program, "lint", "api.yaml");

        exitCode.Should().Be(0, output);
        output.Should().Contain("Your API description is valid");
    }

    [TestCaseSource(nameof(Specifications))]
    public async Task Spectral_finds_no_error(string specification)
    {
        var program = NodePackages.File("@stoplight/spectral-cli/dist/index.js");
        using var folder = new TemporaryFolder();
        await ExportAsync(specification, folder);
        await File.WriteAllTextAsync(folder.File("ruleset.yaml"), "extends: ['spectral:oas']\n");

        var (exitCode, output) = await NodePackages.RunAsync(
            folder.Path,
            "node",
            program,
            "lint",
            "--ruleset",
            "ruleset.yaml",
            "api.yaml"
        );

        exitCode.Should().Be(0, output);
        output.Should().Contain("(0 errors,");
    }

    [Test]
    public void What_OpenAPI_has_a_place_for_stands_there()
    {
        var document = JsonNode.Parse(OpenApiExport.Write(Loaded("orders.yaml"), asJson: true))!;

        var create = document["paths"]!["/api/v1/orders"]!["post"]!;
        create["security"]![0]!["authentication"]![0]!.GetValue<string>().Should().Be("write");
        create["parameters"]!
            .AsArray()
            .Select(p => (string)p!["name"]!)
            .Should()
            .Equal("X-Request-ID", "X-Idempotency-Key");
        create["responses"]!["404"].Should().BeNull();
        create["responses"]!["201"]!["content"]!["application/json"]!["schema"]!["required"]!
            .AsArray()
            .Should()
            .HaveCount(7);
        document["servers"]!.AsArray().Should().HaveCount(3);
        document["components"]!["securitySchemes"]!["authentication"]!["flows"]!["clientCredentials"]!["scopes"]!
            .AsObject()
            .Select(s => s.Key)
            .Should()
            .Equal("read", "write");
    }

    [Test]
    public void What_OpenAPI_cannot_say_goes_along_in_the_words_of_the_dialect()
    {
        var document = JsonNode.Parse(OpenApiExport.Write(Loaded("orders.yaml"), asJson: true))!;

        document["x-integration-rate-limits"]!["default"]!["requests_per_minute"]!.GetValue<int>().Should().Be(100);
        document["x-integration-error-codes"]!["INTERNAL_ERROR"]!["retry_strategy"]!
            .GetValue<string>()
            .Should()
            .Contain("max 3 attempts");
        document["paths"]!["/api/v1/orders"]!["post"]!["x-integration-idempotency"]!["on_mismatch"]!["status"]!
            .GetValue<int>()
            .Should()
            .Be(409);
        document["x-integration-webhooks"]!["retry_policy"]!["attempts"]!.GetValue<int>().Should().Be(5);
    }

    private static LoadResult Loaded(string specification) =>
        SpecificationLoader.Load(Path.Combine(RepositoryFiles.Root, "specs", specification));

    private static Task ExportAsync(string specification, TemporaryFolder folder) =>
        File.WriteAllTextAsync(folder.File("api.yaml"), OpenApiExport.Write(Loaded(specification), asJson: false));
}
