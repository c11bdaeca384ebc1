using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>The section <c>authentication</c> as the one security scheme of the document.</summary>
internal static class SecurityExport
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "authentication";

    /// <summary>A requirement of the scheme.</summary>
    public static DraftList Requirement(IEnumerable<string> scopes) =>
        new([new DraftBuilder().Add(Scheme, new DraftList([.. scopes.Select(s => new DraftScalar(s))])).Build()]);

    /// <summary>The scheme; null when every endpoint is public.</summary>
    public static DraftMapping? Of(IntegrationSpecification specification, RawSpecification raw)
    {
        if (specification.Authentication is not { } authentication)
        {
            return null;
        }

        var written = raw.Section("authentication");
        var scheme = new DraftBuilder();
        switch (authentication.Type.Value)
        {
            case AuthenticationType.OAuth2ClientCredentials:
                scheme
                    .Add("type", "oauth2")
                    .Add("flows", new DraftBuilder().Add("clientCredentials", Flow(authentication)));
                break;
            case AuthenticationType.ApiKey when authentication.QueryParameter is { } query:
                scheme.Add("type", "apiKey").Add("in", "query").Add("name", query.Value);
                break;
            case AuthenticationType.ApiKey:
                scheme.Add("type", "apiKey").Add("in", "header").Add("name", authentication.HeaderName!.Value);
                break;
            case AuthenticationType.MutualTls:
                scheme.Add("type", "mutualTLS");
                break;
            default:
                scheme
                    .Add("type", "http")
                    .Add("scheme", "bearer")
                    .Add("bearerFormat", authentication.Jwt is null ? null : "JWT");
                break;
        }

        return scheme
            .Add("description", (written?.Find("description") as YamlScalar)?.Text)
            .Add(Extensions.Of("authentication"), RawSpecification.Rest(written, "description"))
            .Build();
    }

    private static DraftMapping Flow(Authentication authentication)
    {
        var scopes = new DraftBuilder();
        foreach (var (name, meaning) in authentication.Scopes)
        {
            scopes.Add(name, meaning);
        }

        return new DraftBuilder()
            .Add("tokenUrl", authentication.TokenEndpoint?.Url.Value ?? "/")
            .Add("scopes", scopes.Build())
            .Build();
    }
}
