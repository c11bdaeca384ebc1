using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>authentication</c>.</summary>
internal static class AuthenticationReader
{
    public static Authentication Read(MappingReader reader)
    {
        var type = TypeOf(reader);
        reader.Ignore("flow", "description");
        var authentication = new Authentication
        {
            // A missing or unknown type is an error already; the rest is read to find what else is wrong.
            Type = type ?? new Located<AuthenticationType>(AuthenticationType.BearerToken, reader.Location),
            TokenEndpoint = TokenEndpointReader.Read(reader),
            Refresh = Refresh(reader),
            Scopes = [.. reader.Entries("scopes").Select(e => Scope(e, reader.Context))],
            ClientCertificate = Certificate(reader),
            Jwt = JwtReader.Read(reader),
            CredentialManagement = reader.Text("credential_management"),
            SecurityRequirements = reader.Texts("security_requirements"),
            Location = reader.Location,
        };
        authentication = Credential(reader, authentication);
        if (type is { Value: AuthenticationType.OAuth2ClientCredentials } && authentication.TokenEndpoint is null)
        {
            reader.Missing("endpoints.token");
        }

        reader.End();
        return authentication;
    }

    private static Located<AuthenticationType>? TypeOf(MappingReader reader)
    {
        if (reader.RequiredText("type") is not { } text)
        {
            return null;
        }

        var type = AuthenticationPhrase.Parse(text.Value);
        if (type.IsUnderstood)
        {
            return new Located<AuthenticationType>(type.Value, text.Location);
        }

        reader.Context.Diagnostics.Report(
            LoaderRules.AuthenticationType,
            text.Location,
            $"authentication.type '{text.Value}' is unknown",
            type.Accepted,
            text.Value,
            "use one of the accepted kinds"
        );
        return null;
    }

    private static KeyValuePair<string, string> Scope(YamlEntry entry, ReadingContext context) =>
        KeyValuePair.Create(entry.Key.Text, context.Text(entry.Value, "the description of a scope")?.Value ?? "");

    /// <summary>Where the credential travels: <c>usage.header</c>, <c>api_key</c>, or the usual place of the type.</summary>
    private static Authentication Credential(MappingReader reader, Authentication authentication)
    {
        var usage = reader.Mapping("usage", "the usage of a credential");
        usage?.Ignore("content_type");
        var header = usage?.Text("header");
        usage?.End();
        if (reader.Mapping("api_key", "an API key") is { } key)
        {
            return ApiKey(key, authentication);
        }

        if (header is not null)
        {
            return FromUsage(reader.Context, header, authentication);
        }

        var placeholder = authentication.Type.Value switch
        {
            AuthenticationType.OAuth2ClientCredentials => "Bearer {access_token}",
            AuthenticationType.BearerToken => "Bearer {ACCESS_TOKEN}",
            AuthenticationType.ApiKey => "{API_KEY}",
            _ => null,
        };
        var name = authentication.Type.Value == AuthenticationType.ApiKey ? "X-Api-Key" : "Authorization";
        return placeholder is null
            ? authentication
            : authentication with
            {
                HeaderName = new Located<string>(name, authentication.Type.Location),
                HeaderTemplate = new Located<string>(placeholder, authentication.Type.Location),
            };
    }

    private static Authentication FromUsage(
        ReadingContext context,
        Located<string> header,
        Authentication authentication
    )
    {
        var colon = header.Value.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            context.Diagnostics.Report(
                LoaderRules.Quantity,
                header.Location,
                $"'header' cannot be read: '{header.Value}'",
                "'Authorization: Bearer {access_token}'",
                header.Value,
                "write the header's name, a colon, and its value with a placeholder"
            );
            return authentication;
        }

        return authentication with
        {
            HeaderName = header with { Value = header.Value[..colon].Trim() },
            HeaderTemplate = header with { Value = header.Value[(colon + 1)..].Trim() },
        };
    }

    private static Authentication ApiKey(MappingReader key, Authentication authentication)
    {
        var header = key.Text("header");
        var query = key.Text("query");
        var value = key.Text("value") ?? new Located<string>("{API_KEY}", key.Location);
        if (header is null && query is null)
        {
            key.Missing("header");
        }

        key.End();
        return authentication with { HeaderName = header, HeaderTemplate = value, QueryParameter = query };
    }

    private static TokenRefresh? Refresh(MappingReader reader)
    {
        if (reader.Mapping("token_refresh", "the token refresh") is not { } refresh)
        {
            return null;
        }

        var (threshold, delay) = (
            refresh.Phrase("threshold", DurationPhrase.Parse),
            refresh.Phrase("retry_delay", DurationPhrase.Parse)
        );
        var result = new TokenRefresh(
            refresh.Boolean("automatic") ?? false,
            refresh.Phrase("threshold_seconds", DurationPhrase.ParseSeconds) ?? threshold,
            refresh.Integer("retry_attempts"),
            refresh.Phrase("retry_delay_seconds", DurationPhrase.ParseSeconds) ?? delay,
            refresh.Location
        )
        {
            FirstAttemptCounts = refresh.Boolean("first_attempt_counts"),
        };
        refresh.End();
        return result;
    }

    private static ClientCertificateSource? Certificate(MappingReader reader)
    {
        if (reader.Mapping("client_certificate", "a client certificate") is not { } certificate)
        {
            return null;
        }

        var path = certificate.RequiredText("certificate");
        var key = certificate.Text("key");
        var password = certificate.Text("password");
        certificate.End();
        return path is null
            ? null
            : new ClientCertificateSource(Variable(path.Value), Variable(key?.Value), Variable(password?.Value));
    }

    /// <summary>The variable's name without the braces of a placeholder.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Variable(string? text) => text?.Trim('{', '}');
}
