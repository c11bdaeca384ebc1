using Conformance.OpenApi;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>What becomes of an OpenAPI document.</summary>
public sealed class OpenApiImportTests
{
    private static IEnumerable<string> Documents => [OpenApiDocuments.PetShop, OpenApiDocuments.Tasks];

    [TestCaseSource(nameof(Documents))]
    public void What_is_written_lints_without_errors(string document)
    {
        var imported = OpenApiImport.Read(document);

        var loaded = SpecificationLoader.LoadText("imported.yaml", imported.Text!);

        Linter.Lint(loaded).Where(d => d.Severity == Severity.Error).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Documents))]
    public void What_is_written_says_what_is_run_from_the_document(string document)
    {
        var imported = OpenApiImport.Read(document);

        var loaded = SpecificationLoader.LoadText("imported.yaml", imported.Text!);

        ModelText.Of(loaded.Specification!).Should().Be(ModelText.Of(imported.Loading.Specification!));
    }

    [Test]
    public void Operations_and_what_they_need_are_carried_over()
    {
        var specification = OpenApiImport.Read(OpenApiDocuments.PetShop).Loading.Specification!;

        specification.Endpoints.Select(e => e.Name).Should().Equal("POST /pets", "GET /pets/{id}");
        specification.Endpoints[0].Scopes.Should().ContainSingle().Which.Value.Should().Be("pets.write");
        specification.Endpoints[0].Request!.IsRequired.Should().BeFalse();
        specification.Endpoints[0].Idempotency!.Header.Value.Should().Be("Idempotency-Key");
        specification.Endpoints[1].IsPublic.Should().BeTrue();
        specification.Endpoints[1].FindResponse(404)!.Schema!.Reference!.Value.Should().Be("Error");
        specification.Environments.Single().BaseUrl!.Value.Should().Be("https://eu.petshop.example/v1");
        specification.Authentication!.TokenEndpoint!.Url.Value.Should().Be("https://login.petshop.example/token");
    }

    [Test]
    public void Schemas_of_other_files_become_data_models_circles_included()
    {
        var specification = OpenApiImport.Read(OpenApiDocuments.PetShop).Loading.Specification!;

        specification.DataModels.Select(m => m.Name.Value).Should().Equal("Error", "pet", "Owner");
        var owner = specification.DataModels.Single(m => m.Name.Value == "Owner").Schema;
        owner.Properties.Single(p => p.Name.Value == "pets").Schema.Items!.Reference!.Value.Should().Be("pet");
    }

    [Test]
    public void Places_are_those_of_the_document()
    {
        var imported = OpenApiImport.Read(OpenApiDocuments.PetShop);

        var place = imported.Loading.Specification!.Endpoints[0].Method.Location;

        place.File.Should().EndWith("petshop/paths.yaml");
        (place.Line, place.Column).Should().Be((2, 3));
        var inJson = OpenApiImport.Read(OpenApiDocuments.Tasks).Loading.Specification!.Endpoints[0].Method.Location;
        (inJson.Line, inJson.Column).Should().Be((6, 4));
    }

    [Test]
    public void What_is_left_out_is_counted_with_its_reason()
    {
        var report = OpenApiImport.Read(OpenApiDocuments.PetShop).Report;

        report.Of("operations").Should().Be(new ImportCount("operations", 4, 2));
        report.Of("security schemes").Should().Be(new ImportCount("security schemes", 2, 1));
        report
            .Losses.Select(l => $"{l.Count} {l.What}: {l.Why}")
            .Should()
            .BeEquivalentTo([
                "1 operation: it is protected by admin; a specification has one way to authenticate, and that is login (--security chooses another)",
                "1 operation: its body is image/png, and a run sends JSON and forms without lists and objects",
                "1 request body of image/png: a run sends JSON and forms without lists and objects",
                "1 request body as application/xml: a body has one media type, the JSON one",
                "1 security scheme 'admin': a specification has one way to authenticate, and that is login (--security chooses another)",
                "1 parameter in cookie: the dialect has no parameters there",
                "1 list in a parameter: it is sent with one element only",
                "1 example: a body has one example, the first",
                "1 example: it violates its own schema",
            ]);
    }

    [Test]
    public void Answers_of_other_statuses_are_those_of_their_class_or_the_default()
    {
        var operation = OpenApiDocuments
            .Import(
                """
                openapi: 3.1.0
                info: { title: T, version: 1.0.0 }
                paths:
                  /things:
                    get:
                      deprecated: true
                      parameters:
                        - { name: old, in: query, deprecated: true, schema: { type: string } }
                      responses:
                        default: { description: Anything else }
                        '200': { description: Things }
                        4XX:
                          description: Refused
                          content: { application/json: { schema: { type: object, required: [error] } } }
                """
            )
            .Loading.Specification!.Endpoints.Single();

        operation.Responses.Should().ContainSingle();
        operation.ResponseTo(404)!.Description!.Value.Should().Be("Refused");
        operation.ResponseTo(500)!.Description!.Value.Should().Be("Anything else");
        operation.FindResponse(404).Should().BeNull("no case may count on one status of a class");
        operation.Deprecated.Should().NotBeNull();
        operation.QueryParameters.Single().Schema.Deprecated.Should().BeTrue();
    }

    [Test]
    public void Webhooks_and_callbacks_become_events()
    {
        var events = OpenApiImport.Read(OpenApiDocuments.Tasks).Loading.Specification!.Webhooks!.Events;

        events.Select(e => e.Name.Value).Should().Equal("task.overdue", "createTask.done");
        events[0].Payload!.Properties.Single().Schema.Reference!.Value.Should().Be("Task_properties_title");
        events[1].TriggeredBy.Single().Value.Should().Be("createTask");
    }

    [Test]
    public void What_OpenAPI_cannot_say_is_marked_and_not_guessed()
    {
        var imported = OpenApiImport.Read(OpenApiDocuments.PetShop);

        imported.Text.Should().Contain("# TODO: OpenAPI cannot say the following.").And.Contain("#   rate_limits");
        imported.Text.Should().Contain("# conformance: ignore-file").And.Contain("# TODO kind, rate_limits");
        imported.Loading.Specification!.RateLimits.Should().BeNull();
        imported.Loading.Specification.ErrorCodes.Should().BeEmpty();
    }

    [Test]
    public void Swagger_2_0_is_brought_to_OpenAPI_3_0_first()
    {
        var imported = OpenApiDocuments.Import(
            """
            swagger: '2.0'
            info: { title: Old, version: 1.0.0 }
            host: api.example.com
            schemes: [https]
            paths:
              /things:
                post:
                  consumes: [application/json]
                  produces: [application/json]
                  parameters: [{ name: body, in: body, required: true, schema: { $ref: '#/definitions/Thing' } }]
                  responses: { '201': { description: Made, schema: { $ref: '#/definitions/Thing' } } }
            definitions:
              Thing: { type: object, required: [name], properties: { name: { type: string, maxLength: 9 } } }
            """
        );

        var specification = imported.Loading.Specification!;
        specification.Endpoints.Single().Request!.Schema.Reference!.Value.Should().Be("Thing");
        specification.Environments.Single().BaseUrl!.Value.Should().Be("https://api.example.com");
        specification.Endpoints.Single().Location.File.Should().EndWith("api.yaml (as OpenAPI 3.0)");
    }
}
