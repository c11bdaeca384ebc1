using System.Collections.Immutable;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>The suite straight from an OpenAPI document, against a server that was written by hand from it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RunFromOpenApiTests
{
    private static readonly string Library = OpenApiDocuments.Named("library.yaml");

    [Test]
    public async Task A_server_that_does_what_the_document_says_passes_every_case()
    {
        var run = await RunAsync("");

        run.ExitCode.Should().Be(ExitCodes.Conforming, run.Out + run.Error);
        run.Out.Should().Contain(" 0 failed, 0 inconclusive");
    }

    [TestCase("any-key", "kind=auth_refresh")]
    [TestCase("any-pages", "kind=validation_errors")]
    [TestCase("any-limit", "kind=validation_errors")]
    [TestCase("no-id", "kind=happy_path")]
    [TestCase("status-200", "kind=happy_path")]
    [TestCase("kept", "kind=happy_path|edge_cases")]
    public async Task A_server_that_does_not_is_found_out_at_a_line_of_the_document(string fault, string filter)
    {
        var run = await RunAsync(fault, "--filter", filter);

        run.ExitCode.Should().Be(ExitCodes.RequirementFailed, run.Out + run.Error);
        run.Out.Should().MatchRegex(@"expected[^\n]*(\n[^\n]*)?library\.yaml:\d+");
    }

    [Test]
    public async Task The_simulator_serves_a_document_as_well()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRunner.RunAsync(
            "run",
            "--openapi",
            Library,
            "--out",
            folder.Path,
            "--filter",
            "kind=happy_path"
        );

        run.ExitCode.Should().Be(ExitCodes.Conforming, run.Out);
    }

    [Test]
    public async Task What_everybody_may_read_is_seen_and_a_refusal_that_is_not_declared_may_be_one_of_HTTP()
    {
        using var folder = new TemporaryFolder();
        var document = folder.File("stars.yaml");
        await File.WriteAllTextAsync(
            document,
            """
            openapi: 3.1.0
            info: { title: Stars, version: 1.0.0 }
            paths:
              /v1/stars:
                get:
                  security: []
                  parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }]
                  responses:
                    '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Star' } } } } }
                post:
                  security: [{ key: [] }]
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
                  responses:
                    '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Star' } } } }
                    '401': { description: No key }
              /v1/stars/{id}:
                get:
                  security: []
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Star' } } } }
                    '404': { description: None }
            components:
              securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
              schemas:
                New: { type: object, required: [name], properties: { name: { type: string, maxLength: 20 } } }
                Star: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            """
        );

        var run = await CliRunner.RunAsync("run", "--openapi", document, "--out", folder.Path, "--report", "none");

        run.ExitCode.Should().Be(ExitCodes.Conforming, run.Out);
        run.Out.Should().Contain("query parameter limit twice: refused (400");
    }

    [Test]
    public async Task What_nothing_creates_is_not_expected_to_be_there()
    {
        using var folder = new TemporaryFolder();
        var document = folder.File("shop.yaml");
        await File.WriteAllTextAsync(
            document,
            """
            openapi: 3.0.3
            info: { title: Shop, version: 1.0.0 }
            paths:
              /v1/books/{isbn}:
                get:
                  operationId: readBook
                  parameters: [{ name: isbn, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200': { description: The book, content: { application/json: { schema: { type: object } } } }
                    '404': { description: No such book }
            """
        );
        await using var server = await LibraryServer.StartAsync("any-key");

        var run = await CliRunner.RunAsync(
            "run",
            "--openapi",
            document,
            "--base-url",
            server.Url.ToString(),
            "--out",
            folder.Path
        );

        run.ExitCode.Should().Be(ExitCodes.GateNotMet, run.Out);
        run.Out.Should().Contain("the value of {isbn} was made up, and names nothing at the target");
    }

    [Test]
    public async Task A_document_that_cannot_be_read_is_refused_before_anything_is_sent()
    {
        var run = await CliRunner.RunAsync(
            "run",
            "--openapi",
            OpenApiDocuments.Named("petshop", "schemas", "pet.yaml")
        );

        run.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        run.Error.Should().Contain("this is no OpenAPI 3 document");
    }

    [Test]
    public async Task A_specification_and_a_document_are_one_too_many()
    {
        var run = await CliRunner.RunAsync("run", "orders.yaml", "--openapi", Library);

        run.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        run.Error.Should().Contain("Both 'orders.yaml' and --openapi are given.");
    }

    private static async Task<CliAnswer> RunAsync(string fault, params string[] arguments)
    {
        await using var server = await LibraryServer.StartAsync(fault);
        using var folder = new TemporaryFolder();
        return await CliRunner.RunAsync(
            ["run", "--openapi", Library, "--base-url", server.Url.ToString(), "--out", folder.Path, .. arguments],
            console =>
                console with
                {
                    Variables = ImmutableDictionary<string, string>.Empty.Add("API_KEY", LibraryServer.Key),
                }
        );
    }
}
