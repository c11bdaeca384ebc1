using Conformance.OpenApi;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.OpenApi;

/// <summary>Security schemes as the one way to authenticate that a specification has.</summary>
public sealed class SecurityImportTests
{
    [TestCase(
        "{ type: http, scheme: bearer }",
        AuthenticationType.BearerToken,
        "Authorization",
        "Bearer {ACCESS_TOKEN}"
    )]
    [TestCase(
        "{ type: openIdConnect, openIdConnectUrl: https://x }",
        AuthenticationType.BearerToken,
        "Authorization",
        "Bearer {ACCESS_TOKEN}"
    )]
    [TestCase("{ type: http, scheme: Basic }", AuthenticationType.ApiKey, "Authorization", "Basic {BASIC_CREDENTIALS}")]
    [TestCase("{ type: apiKey, in: header, name: X-Key }", AuthenticationType.ApiKey, "X-Key", "{API_KEY}")]
    [TestCase("{ type: apiKey, in: cookie, name: sid }", AuthenticationType.ApiKey, "Cookie", "sid={API_KEY}")]
    [TestCase(
        "{ type: oauth2, flows: { implicit: { authorizationUrl: https://x, scopes: {} } } }",
        AuthenticationType.BearerToken,
        "Authorization",
        "Bearer {ACCESS_TOKEN}"
    )]
    [TestCase(
        "{ type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } }",
        AuthenticationType.OAuth2ClientCredentials,
        "Authorization",
        "Bearer {access_token}"
    )]
    public void The_credential_travels_as_the_scheme_says(
        string scheme,
        AuthenticationType type,
        string header,
        string value
    )
    {
        var authentication = Import(scheme, "[{ main: [] }]").Authentication!;

        authentication.Type.Value.Should().Be(type);
        authentication.HeaderName!.Value.Should().Be(header);
        authentication.HeaderTemplate!.Value.Should().Be(value);
    }

    [Test]
    public void A_key_in_the_query_stays_there() =>
        Import("{ type: apiKey, in: query, name: key }", "[{ main: [] }]")
            .Authentication!.QueryParameter!.Value.Should()
            .Be("key");

    [TestCase("[]")]
    [TestCase("[{}]")]
    [TestCase("[{ main: [] }, {}]")]
    public void What_may_be_called_without_a_credential_is_public(string security) =>
        Import("{ type: http, scheme: bearer }", security).Endpoints.Single().IsPublic.Should().BeTrue();

    [TestCase("[{ main: [], other: [] }]", "main and other")]
    [TestCase("[{ other: [] }]", "other")]
    public void What_needs_another_credential_is_left_out(string security, string needed)
    {
        var imported = OpenApiDocuments.Import(Document("{ type: http, scheme: bearer }", security));

        imported.Loading.Specification!.Endpoints.Should().ContainSingle().Which.Path.Value.Should().Be("/usual");
        imported.Report.Losses.Should().Contain(l => l.What == "operation" && l.Why.Contains(needed));
    }

    [Test]
    public void The_scheme_that_is_asked_for_is_taken()
    {
        const string Things = "[{ other: [] }]";
        using var folder = new Reports.TemporaryFolder();
        var file = folder.File("api.yaml");
        File.WriteAllText(file, Document("{ type: http, scheme: bearer }", Things));

        var imported = OpenApiImport.Read(file, "other").Loading.Specification!;

        imported.Authentication!.HeaderName!.Value.Should().Be("X-Other");
        imported.Endpoints.Single().Path.Value.Should().Be("/things");
        OpenApiImport
            .Read(file, "another")
            .Loading.Diagnostics.Single()
            .Should()
            .Match<Diagnostic>(d =>
                d.Message == "there is no security scheme 'another'" && d.Expected == "one of main, other"
            );
    }

    private static IntegrationSpecification Import(string scheme, string security) =>
        OpenApiDocuments
            .Import(
                $$"""
                openapi: 3.1.0
                info: { title: T, version: 1.0.0 }
                paths:
                  /things:
                    get: { security: {{security}}, responses: { '200': { description: Things } } }
                components:
                  securitySchemes:
                    main: {{scheme}}
                """
            )
            .Loading.Specification!;

    private static string Document(string scheme, string security) =>
        $$"""
            openapi: 3.1.0
            info: { title: T, version: 1.0.0 }
            security: [{ main: [] }]
            paths:
              /usual:
                get: { responses: { '200': { description: Things } } }
                put: { security: [{ main: [] }], parameters: [{ name: x, in: query, required: true, schema: { type: object } }], responses: { '200': { description: Things } } }
              /things:
                get: { security: {{security}}, responses: { '200': { description: Things } } }
            components:
              securitySchemes:
                main: {{scheme}}
                other: { type: apiKey, in: header, name: X-Other }
            """;
}
