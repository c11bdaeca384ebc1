using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>A security scheme as the section <c>authentication</c>; credentials are always placeholders.</summary>
internal static class AuthenticationDraft
{
    private const string NoRefresh =
        "TODO token_refresh, credential_management: OpenAPI does not say when tokens are renewed, nor how credentials are issued and rotated.";

    public static DraftMapping Of(SecurityScheme scheme)
    {
        var section = new DraftBuilder();
        if (Extensions.Spread(scheme.Node, "authentication", section))
        {
            return section.Add("description", scheme.Node.Text("description")).Build(scheme.Node.Location);
        }

        switch (scheme.Kind)
        {
            case "oauth2":
                OAuth(section, scheme.ClientCredentials!);
                break;
            case "token":
                section.Add("type", new DraftScalar("Bearer Token") { Comment = Issued(scheme) });
                Scopes(section, scheme.Flows?.Entries.Select(e => e.Value).OfType<YamlMapping>() ?? []);
                break;
            case "bearer":
                var isJwt =
                    scheme.Node.Text("bearerFormat")?.Contains("JWT", StringComparison.OrdinalIgnoreCase) == true;
                section.Add("type", isJwt ? "JWT" : "Bearer Token", scheme.Node.Location);
                break;
            case "basic":
                section.Add("type", "API Key", scheme.Node.Location);
                Usage(
                    section,
                    "Authorization: Basic {BASIC_CREDENTIALS}",
                    "BASIC_CREDENTIALS is user:password in base64 (RFC 7617)."
                );
                break;
            case "cookie":
                section.Add("type", "API Key", scheme.Node.Location);
                Usage(section, $"Cookie: {scheme.Node.Text("name")}={{API_KEY}}", null);
                break;
            case "mtls":
                section.Add("type", "mTLS", scheme.Node.Location);
                section.Add(
                    "client_certificate",
                    new DraftBuilder().Add("certificate", "{CLIENT_CERTIFICATE}").Add("key", "{CLIENT_KEY}")
                );
                break;
            default:
                section.Add("type", "API Key", scheme.Node.Location);
                section.Add(
                    "api_key",
                    new DraftBuilder().Add(scheme.Kind!, scheme.Node.Text("name")).Add("value", "{API_KEY}")
                );
                break;
        }

        section.Add("description", scheme.Node.Text("description"));
        return section.Build(scheme.Node.Location) with { Comment = NoRefresh };
    }

    private static void OAuth(DraftBuilder section, YamlMapping flow)
    {
        var scopes = flow.Entries("scopes").Select(e => e.Key.Text).ToList();
        var request = new DraftBuilder()
            .Add("grant_type", "client_credentials")
            .Add("client_id", "{CLIENT_ID}")
            .Add("client_secret", "{CLIENT_SECRET}")
            .Add("scope", scopes.Count == 0 ? null : string.Join(' ', scopes));
        var token = new DraftBuilder()
            .Add("url", flow.Text("tokenUrl") ?? "/oauth/token", flow.Find("tokenUrl")?.Location)
            .Add("request", request);
        section
            .Add("type", "OAuth 2.0", flow.Location)
            .Add("flow", "Client Credentials")
            .Add(
                "client_authentication",
                new DraftScalar("basic")
                {
                    Comment =
                        "TODO: OpenAPI does not say where id and secret travel. RFC 6749 demands 'basic' of every provider; 'body' is the other way.",
                }
            )
            .Add("endpoints", new DraftBuilder().Add("token", token));
        Scopes(section, [flow]);
    }

    private static void Scopes(DraftBuilder section, IEnumerable<YamlMapping> flows)
    {
        var scopes = new DraftBuilder();
        foreach (var scope in flows.SelectMany(f => f.Entries("scopes")))
        {
            scopes.Add(scope.Key.Text, (scope.Value as YamlScalar)?.Text ?? "", scope.Value.Location);
        }

        section.Add("scopes", scopes);
    }

    private static void Usage(DraftBuilder section, string header, string? comment) =>
        section.Add("usage", new DraftBuilder().Add("header", new DraftScalar(header) { Comment = comment }));

    private static string Issued(SecurityScheme scheme) =>
        scheme.Flows is { } flows
            ? $"The flow of '{scheme.Name}' ({string.Join(", ", flows.Entries.Select(e => e.Key.Text))}) needs a person: a run takes a token that was issued before, from ACCESS_TOKEN."
            : $"'{scheme.Name}' is OpenID Connect: a run takes a token that was issued before, from ACCESS_TOKEN.";
}
