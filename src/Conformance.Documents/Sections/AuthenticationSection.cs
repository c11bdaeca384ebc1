using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>How a consumer proves who it is, and what it does with its token.</summary>
internal sealed class AuthenticationSection : IDocumentSection
{
    public string Title => "Authentication & Authorization";

    public bool IsIn(IntegrationSpecification specification) => specification.Authentication is not null;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        var authentication = specification.Authentication!;
        text.Heading(2, "Authentication Method");
        text.Block(Method(authentication.Type.Value));
        if (authentication is { HeaderName: { } name, HeaderTemplate: { } value })
        {
            text.Code("http", $"{name.Value}: {value.Value}");
        }
        else if (authentication.QueryParameter is { } parameter)
        {
            text.Block($"The key travels in the query parameter {MarkdownText.Value(parameter.Value)}.");
        }

        if (authentication.TokenEndpoint is { } endpoint)
        {
            Token(text, endpoint);
        }

        Scopes(text, authentication);
        text.Heading(2, "Credential Management");
        text.Paragraph(authentication.CredentialManagement?.Value);
        text.List(authentication.SecurityRequirements.Select(r => r.Value));
        if (authentication.Refresh is { } refresh)
        {
            text.Label("Token refresh");
            text.List(Refresh(refresh));
        }
    }

    private static string Method(AuthenticationType type) =>
        type switch
        {
            AuthenticationType.OAuth2ClientCredentials =>
                "OAuth 2.0, client credentials: the consumer fetches a bearer token.",
            AuthenticationType.ApiKey => "API key.",
            AuthenticationType.BearerToken => "Bearer token.",
            _ => "mTLS: the consumer shows a client certificate.",
        };

    private static void Token(MarkdownText text, TokenEndpoint endpoint)
    {
        text.Label("Token endpoint");
        var fields = string.Join('&', endpoint.Parameters.Select(p => $"{p.Key}={p.Value.Value.Replace(' ', '+')}"));
        text.Code(
            "http",
            $"{endpoint.Method.Value} {endpoint.Url.Value}\nContent-Type: {endpoint.ContentType.Value}\n\n{fields}"
        );
        SchemaTable.Write(text, endpoint.Response);
        if (endpoint.ExpiresIn is { } lifetime)
        {
            text.Block($"A token is valid for {DurationText.Of(lifetime.Value)}.");
        }
    }

    private static void Scopes(MarkdownText text, Authentication authentication)
    {
        if (!authentication.Scopes.IsEmpty)
        {
            text.Label("Scopes");
            text.Table(
                ["Scope", "Allows"],
                [
                    .. authentication.Scopes.Select(s =>
                        new[] { MarkdownText.Value(s.Key), MarkdownText.Inline(s.Value) }
                    ),
                ]
            );
        }
    }

    private static IEnumerable<string> Refresh(TokenRefresh refresh)
    {
        if (refresh.Threshold is { } threshold)
        {
            yield return $"The consumer renews its token {DurationText.Of(threshold.Value)} before it expires"
                + (refresh.Automatic ? ", by itself." : ".");
        }

        if (refresh.RetryAttempts is { } attempts)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"When the token endpoint fails, it tries {attempts.Value} times"
            ) + (refresh.RetryDelay is { } delay ? $", {DurationText.Of(delay.Value)} apart." : ".");
        }
    }
}
