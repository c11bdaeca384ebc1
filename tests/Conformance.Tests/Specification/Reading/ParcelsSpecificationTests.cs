using Conformance.Specification;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

public sealed class ParcelsSpecificationTests
{
    private static readonly LoadResult Loaded = SpecificationLoader.Load(RepositoryFiles.Spec("parcels.yaml"));

    private static IntegrationSpecification Parcels => Loaded.Specification!;

    [Test]
    public void It_has_no_error() =>
        Linter
            .Lint(Loaded)
            .Should()
            .NotContain(d => d.Severity == Conformance.Specification.Diagnostics.Severity.Error);

    [Test]
    public void The_key_travels_in_its_own_header()
    {
        Parcels.Authentication!.Type.Value.Should().Be(AuthenticationType.ApiKey);
        Parcels.Authentication.HeaderName!.Value.Should().Be("X-Carrier-Key");
        Parcels.Authentication.HeaderTemplate!.Value.Should().Be("{CARRIER_KEY}");
    }

    [Test]
    public void Nested_error_fields_have_roles_by_path() =>
        Parcels
            .ErrorFormat!.Roles.Should()
            .Be(
                new ErrorRoles(
                    "error.type",
                    "error.title",
                    "error.params",
                    "name",
                    "reason",
                    "error.trace_id",
                    "error.at"
                )
            );

    [Test]
    public void Nested_standard_fields_are_merged_into_responses()
    {
        var response = Parcels.FindEndpoint("GET", "/v2/parcels/{id}")!.FindResponse(404)!;
        response.ErrorCode!.Value.Should().Be("unknown_parcel");
        var error = response.Schema!.Properties.Single().Schema;
        error
            .Properties.Where(p => p.IsRequired)
            .Select(p => p.Name.Value)
            .Should()
            .BeEquivalentTo(["type", "title", "trace_id", "at"]);
    }

    [Test]
    public void The_rules_of_the_document_hold_where_the_header_is_declared()
    {
        Parcels.Endpoints.Where(e => e.Idempotency is not null).Should().ContainSingle();
        var rules = Parcels.FindEndpoint("POST", "/v2/parcels")!.Idempotency!;
        rules.Required.Should().BeTrue();
        (rules.MinLength, rules.MaxLength).Should().Be((8, 64));
        rules.OnReplay!.Body.Should().Be("original");
        rules.OnReplay.MarkerHeader.Should().Be("Idempotent-Replayed");
    }

    [Test]
    public void Limit_headers_of_other_names_have_their_roles()
    {
        var headers = Parcels.RateLimits!.Headers!;
        headers.Limit!.Value.Should().Be("Carrier-Quota");
        headers.Remaining!.Value.Should().Be("Carrier-Quota-Left");
        headers.Reset!.Value.Should().Be("Carrier-Quota-Reset");
    }

    [Test]
    public void A_declared_response_header_has_its_schema()
    {
        var header = Parcels.FindEndpoint("POST", "/v2/parcels")!.FindResponse(201)!.Headers.Single();
        header.Required.Should().BeTrue();
        header.Schema.Format.Should().Be("uri-reference");
        header.Text.Value.Should().Be("Where the parcel can be read");
    }

    [Test]
    public void Several_edits_of_one_payload_are_kept_in_order()
    {
        var edits = Parcels.TestScenarios.Single(s => s.Name.Value.StartsWith("Unknown service")).Payload!.Edits;
        edits.Select(e => e.Path).Should().Equal("service", "recipient.country");
    }

    [Test]
    public void Nullable_types_are_two_types() =>
        Parcels
            .FindEndpoint("PATCH", "/v2/parcels/{id}")!
            .Request!.Schema.Properties[0]
            .Schema.Types.Should()
            .Be(JsonTypes.String | JsonTypes.Null);
}
