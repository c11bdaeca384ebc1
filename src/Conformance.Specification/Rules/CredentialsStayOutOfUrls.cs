using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>No credential travels in a URL.</summary>
internal sealed partial class CredentialsStayOutOfUrls()
    : AdvisoryRule(
        "AUT-110",
        Severity.Error,
        "A credential travels in a URL",
        "URLs are written to logs, histories and Referer headers (RFC 9700 section 4.3.2, OWASP API2:2023).",
        "send it in a header"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var declared = specification.Authentication?.QueryParameter;
        var parameters = specification
            .Endpoints.SelectMany(e => e.QueryParameters.Concat(e.PathParameters))
            .Select(p => p.Name)
            .Where(name => Secret().IsMatch(name.Value));
        foreach (var name in parameters.Prepend(declared).OfType<Located<string>>().DistinctBy(n => n.Location))
        {
            yield return Finding(name.Location, $"the credential '{name}' travels in the URL", "a header", name);
        }

        foreach (var url in Urls(specification).Where(url => HasSecret(url.Value)))
        {
            yield return Finding(url.Location, "this URL contains a credential", "a URL without user and secret");
        }
    }

    private static IEnumerable<Located<string>> Urls(IntegrationSpecification specification) =>
        specification
            .Environments.SelectMany(e => new[] { e.BaseUrl, e.TokenUrl })
            .Append(specification.Authentication?.TokenEndpoint?.Url)
            .OfType<Located<string>>();

    private static bool HasSecret(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (
            uri.UserInfo.Contains(':', StringComparison.Ordinal)
            || uri.Query.TrimStart('?').Split('&').Any(pair => Secret().IsMatch(pair.Split('=')[0]))
        );

    [GeneratedRegex(
        @"^((access|auth|bearer|id|session)[_-]?token|token|api[_-]?key|client[_-]?secret|secret|password|passwd|pwd|jwt)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Secret();
}
