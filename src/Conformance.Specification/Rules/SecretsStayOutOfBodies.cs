using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Clients authenticate at the token endpoint by HTTP Basic.</summary>
internal sealed class SecretsStayOutOfBodies()
    : AdvisoryRule(
        "AUT-103",
        Severity.Warning,
        "The client secret is sent in the body",
        "RFC 6749 section 2.3.1: sending the secret in the body is NOT RECOMMENDED, and servers MUST support HTTP Basic. Bodies end up in logs.",
        "set client_authentication: basic"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Authentication?.TokenEndpoint is not { ClientAuthentication: "body" } token)
        {
            return [];
        }

        return token
            .Parameters.Where(p => p.Key.Equals("client_secret", StringComparison.OrdinalIgnoreCase))
            .Select(p =>
                Finding(
                    p.Value.Location,
                    "client_secret is sent in the body, which RFC 6749 does not recommend",
                    "HTTP Basic"
                )
            );
    }
}
