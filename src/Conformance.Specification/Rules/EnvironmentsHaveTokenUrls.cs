using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every environment says where its tokens come from.</summary>
internal sealed class EnvironmentsHaveTokenUrls()
    : AdvisoryRule(
        "AUT-111",
        Severity.Error,
        "An environment has no token URL of its own",
        "The declared token URL belongs to one environment; tokens for the others come from nobody knows where, and production credentials end up in tests.",
        "add token_url to the environment"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.Authentication?.TokenEndpoint is not { } token
            || !Uri.TryCreate(token.Url, UriKind.Absolute, out var url)
            || specification.Environments.FirstOrDefault(e => HostOf(e) == url.Host) is not { } owner
        )
        {
            return [];
        }

        return specification
            .Environments.Where(e => e.TokenUrl is null && HostOf(e) is { } host && host != url.Host)
            .Select(e =>
                Finding(
                    e.Name.Location,
                    $"token URL '{token.Url}' belongs to '{owner.Name}'; environment '{e.Name}' has none",
                    "token_url",
                    related: new RelatedLocation("the token URL", token.Url.Location)
                )
            );
    }

    private static string? HostOf(TargetEnvironment environment) =>
        environment.BaseUrl is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.Host : null;
}
