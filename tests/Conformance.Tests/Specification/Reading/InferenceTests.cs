using Conformance.Specification;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

/// <summary>What the loader concludes where the specification does not say.</summary>
public sealed class InferenceTests
{
    [TestCase("POST", "/api/v1/orders", "post-api-v1-orders")]
    [TestCase("GET", "/api/v1/orders/{order_id}", "get-api-v1-orders-order_id")]
    [TestCase("DELETE", "/", "delete")]
    public void An_operation_is_named_after_method_and_path(string method, string path, string id) =>
        Endpoint($"{{ method: {method}, path: \"{path}\", responses: {{ 200: {{ description: x }} }} }}")
            .OperationId.Value.Should()
            .Be(id);

    [TestCase(
        "POST",
        "/orders",
        "201: { body: { order_id: a, customer_id: b } }",
        ResourceAction.Create,
        "order",
        "order_id"
    )]
    [TestCase("GET", "/orders/{order_id}", "200: { body: { order_id: a } }", ResourceAction.Read, "order", "order_id")]
    [TestCase("GET", "/orders/{key}", "200: { body: { id: a } }", ResourceAction.Read, "order", "id")]
    [TestCase(
        "GET",
        "/categories",
        "200: { body: { categories: [{ id: a }] } }",
        ResourceAction.List,
        "category",
        "id"
    )]
    [TestCase("GET", "/orders", "200: { body: [{ orderId: a }] }", ResourceAction.List, "order", "orderId")]
    [TestCase("GET", "/search", "200: { body: { orders: [{ id: a }] } }", ResourceAction.Search, "order", "id")]
    [TestCase("PATCH", "/orders/{id}", "200: { body: { id: a } }", ResourceAction.Update, "order", "id")]
    [TestCase("PUT", "/orders/{id}", "204: { description: x }", ResourceAction.Update, "order", "id")]
    [TestCase("DELETE", "/addresses/{id}", "204: { description: x }", ResourceAction.Delete, "address", "id")]
    public void A_resource_is_read_from_method_path_and_body(
        string method,
        string path,
        string response,
        ResourceAction action,
        string type,
        string identifier
    )
    {
        var role = Endpoint($"{{ method: {method}, path: \"{path}\", responses: {{ {response} }} }}").Resource!;
        (role.Action, role.Type.Value, role.Identifier.Value).Should().Be((action, type, identifier));
        role.PathParameter.Should().Be(path.EndsWith('}') ? path.Split('{')[1].TrimEnd('}') : null);
    }

    [TestCase("POST", "/orders/{id}/cancel", "200: { body: { id: a } }")]
    [TestCase("POST", "/orders", "200: { body: { id: a } }")]
    [TestCase("POST", "/orders", "201: { body: { name: a } }")]
    [TestCase("GET", "/health", "200: { body: { status: a } }")]
    public void What_is_not_clear_is_not_guessed(string method, string path, string response) =>
        Endpoint($"{{ method: {method}, path: \"{path}\", responses: {{ {response} }} }}").Resource.Should().BeNull();

    [Test]
    public void An_identifier_is_found_through_a_reference() =>
        SpecificationLoader
            .LoadText(
                "x.yaml",
                "data_models: { Order: { type: object, properties: { order_id: { type: string } } } }\n"
                    + "endpoint: { method: POST, path: /orders, responses: { 201: { schema: { $ref: \"#/data_models/Order\" } } } }"
            )
            .Specification!.Endpoints[0]
            .Resource!.Identifier.Value.Should()
            .Be("order_id");

    [Test]
    public void The_members_of_a_field_error_are_read_from_the_first_example()
    {
        const string text = """
            error_format: { standard_response: { error_code: string, message: string, details: array (optional) } }
            endpoint:
              method: POST
              path: /a
              responses:
                400: { body: { error_code: X, message: y, details: [{ field: f, error: e }] } }
            """;
        var roles = SpecificationLoader.LoadText("x.yaml", text).Specification!.ErrorFormat!.Roles;
        roles.Should().Be(new ErrorRoles("error_code", "message", "details", "field", "error", null, null));
    }

    [Test]
    public void A_key_header_without_rules_leaves_everything_undecided()
    {
        var rules = Endpoint(
            "{ method: POST, path: /a, headers: { required: { Idempotency-Key: string } }, responses: { 201: { description: x } } }"
        ).Idempotency!;
        rules.Header.Value.Should().Be("Idempotency-Key");
        rules.Required.Should().BeTrue();
        rules.OnReplay.Should().BeNull();
    }

    [TestCase("{ /a: { limit: 5 requests/minute } }", 5)]
    [TestCase("{ /a: 5 requests/minute }", 5)]
    [TestCase("{ POST /a: { limit: 5 requests/minute }, GET /a: 7 requests/minute }", 7)]
    [TestCase("[{ path: /a, method: get, limit: 7 requests/minute }, { path: /a, limit: 9 requests/minute }]", 7)]
    public void A_limit_of_the_method_goes_before_one_of_the_path(string perEndpoint, int requests) =>
        SpecificationLoader
            .LoadText(
                "x.yaml",
                $"rate_limits: {{ per_endpoint: {perEndpoint} }}\n"
                    + "endpoint: { method: GET, path: /a, responses: { 200: { description: x } } }"
            )
            .Specification!.Endpoints[0]
            .RateLimits.Single()
            .Requests.Should()
            .Be(requests);

    [TestCase("{ type: JWT }", AuthenticationType.BearerToken, "Authorization", "Bearer {ACCESS_TOKEN}")]
    [TestCase("{ type: API Key }", AuthenticationType.ApiKey, "X-Api-Key", "{API_KEY}")]
    [TestCase(
        "{ type: JWT, usage: { header: \"X-Token: {TOKEN}\" } }",
        AuthenticationType.BearerToken,
        "X-Token",
        "{TOKEN}"
    )]
    public void A_credential_travels_where_its_kind_usually_does(
        string section,
        AuthenticationType type,
        string header,
        string template
    )
    {
        var authentication = Authentication(section);
        authentication.Type.Value.Should().Be(type);
        authentication.HeaderName!.Value.Should().Be(header);
        authentication.HeaderTemplate!.Value.Should().Be(template);
    }

    [Test]
    public void A_key_may_travel_in_the_query_and_a_certificate_in_TLS()
    {
        var query = Authentication("{ type: API Key, api_key: { query: key, value: \"{KEY}\" } }");
        (query.HeaderName, query.QueryParameter!.Value, query.HeaderTemplate!.Value)
            .Should()
            .Be((null, "key", "{KEY}"));
        var tls = Authentication(
            "{ type: mTLS, client_certificate: { certificate: \"{CERT}\", key: \"{KEY}\", password: \"{PASS}\" } }"
        );
        tls.HeaderTemplate.Should().BeNull();
        tls.ClientCertificate.Should().Be(new ClientCertificateSource("CERT", "KEY", "PASS"));
    }

    private static Authentication Authentication(string section)
    {
        var loaded = SpecificationLoader.LoadText("x.yaml", $"authentication: {section}");
        loaded.HasErrors.Should().BeFalse();
        return loaded.Specification!.Authentication!;
    }

    private static Endpoint Endpoint(string block)
    {
        var loaded = SpecificationLoader.LoadText("x.yaml", $"endpoint: {block}");
        loaded.HasErrors.Should().BeFalse();
        return loaded.Specification!.Endpoints.Single();
    }
}
