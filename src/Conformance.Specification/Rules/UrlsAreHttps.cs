using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Tokens and bodies travel encrypted, except to one's own machine.</summary>
internal sealed class UrlsAreHttps()
    : LintRule(
        "AUT-102",
        Severity.Error,
        "A URL is not https",
        "Credentials in clear text can be read by everyone on the way (RFC 6749 demands TLS).",
        "use https://"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .Environments.SelectMany(e => new[] { e.BaseUrl, e.TokenUrl })
            .Append(specification.Authentication?.TokenEndpoint?.Url)
            .OfType<Located<string>>()
            .Where(url =>
                Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: false }
            )
            .Select(url => Finding(url.Location, $"URL '{url}' is not https", "https://...", url));
}
