using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The part <c>authentication.endpoints.token</c>.</summary>
internal static class TokenEndpointReader
{
    public static TokenEndpoint? Read(MappingReader authentication)
    {
        var client = authentication.Word("client_authentication", "body", "basic");
        var endpoints = authentication.Mapping("endpoints", "the authentication endpoints");
        var token = endpoints?.Mapping("token", "the token endpoint");
        endpoints?.Ignore("revocation", "introspection");
        endpoints?.End();
        if (token is null || token.RequiredText("url") is not { } url)
        {
            return null;
        }

        var request = token.Entries("request");
        var response = token.Value("response");
        var endpoint = new TokenEndpoint(
            url,
            token.Text("method") ?? new Located<string>("POST", token.Location),
            token.Text("content_type") ?? new Located<string>("application/x-www-form-urlencoded", token.Location),
            [.. request.Select(e => Parameter(e, token.Context)).OfType<KeyValuePair<string, Located<string>>>()],
            client?.Value ?? "body",
            Response(response, token),
            Lifetime(response, token.Context),
            token.Location
        );
        token.End();
        return endpoint;
    }

    private static KeyValuePair<string, Located<string>>? Parameter(YamlEntry entry, ReadingContext context) =>
        context.Text(entry.Value, $"'{entry.Key.Text}'") is { } value
            ? KeyValuePair.Create(entry.Key.Text, value)
            : null;

    private static SchemaNode Response(YamlNode? response, MappingReader token) =>
        response is null
            ? new SchemaNode { Location = token.Location, Types = JsonTypes.Object }
            : BodyReader.Shape(response, token.Context);

    private static Located<TimeSpan>? Lifetime(YamlNode? response, ReadingContext context)
    {
        if ((response as YamlMapping)?.Find("expires_in") is not YamlScalar lifetime || BodyReader.IsSchema(response))
        {
            return null;
        }

        var result = DurationPhrase.ParseSeconds(lifetime.Text);
        if (result.IsUnderstood)
        {
            return new Located<TimeSpan>(result.Value, lifetime.Location);
        }

        // "integer - seconds" is a type in words: then the lifetime is undeclared.
        if (Specification.Schemas.TypeDescription.TryParse(lifetime.Text) is null)
        {
            context.Quantity(lifetime, "'expires_in'", result.Accepted);
        }

        return null;
    }
}
