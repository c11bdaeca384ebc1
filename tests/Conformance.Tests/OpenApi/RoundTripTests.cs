using Conformance.OpenApi;
using Conformance.Specification;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>A specification that is exported and imported again says what it said.</summary>
public sealed class RoundTripTests
{
    [Test]
    public void Nothing_is_lost_on_the_way(
        [Values("orders.yaml", "parcels.yaml")] string specification,
        [Values] bool asJson
    )
    {
        var original = SpecificationLoader.Load(Path.Combine(RepositoryFiles.Root, "specs", specification));

        var document = OpenApiExport.Write(original, asJson);
        var returned = OpenApiDocuments.Import(document, asJson ? "api.json" : "api.yaml");

        returned.Report.Losses.Select(l => l.What).Should().BeEmpty();
        var said = ModelText.Of(original.Specification!);
        said.Split('\n').Should().HaveCountGreaterThan(1_000);
        ModelText.Of(returned.Loading.Specification!).Should().Be(said);
    }

    [Test]
    public void A_specification_that_declares_next_to_nothing_returns_as_well()
    {
        var original = SpecificationLoader.LoadText(
            "small.yaml",
            """
            info: { title: Small }
            endpoints:
              - method: GET
                path: /v1/things/{name}
                path_parameters: { name: "string - what it is called" }
                query_parameters: { size: { type: integer, required: true, minimum: 1 } }
                responses:
                  200: "The thing"
                  4XX: { description: Refused, schema: { type: object, required: [error], properties: { error: true } } }
                  default: "Anything else"
              - { method: DELETE, path: "/v1/things/{name}" }
              - method: GET
                path: /v1/old/{name}
                deprecated: { since: 2026-07-01, sunset: 2027-01-31, replacement: get-v1-things-name }
                headers: { optional: { X-Old: { description: What was, schema: { type: string, deprecated: true } } } }
                query_parameters: { page: { type: integer, deprecated: true } }
                responses:
                  200:
                    description: The old thing
                    headers: { X-Was: { description: What it was, schema: { type: string, deprecated: true } } }
            data_models:
              "A thing": { type: object, properties: { tags: { type: array }, label: { type: string, deprecated: true } } }
            """
        );

        var returned = OpenApiDocuments.Import(OpenApiExport.Write(original, asJson: false));

        original.HasErrors.Should().BeFalse();
        ModelText.Of(returned.Loading.Specification!).Should().Be(ModelText.Of(original.Specification!));
    }
}
