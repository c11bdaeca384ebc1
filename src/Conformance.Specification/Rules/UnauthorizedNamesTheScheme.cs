using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A 401 says by which scheme to authenticate.</summary>
internal sealed class UnauthorizedNamesTheScheme()
    : AdvisoryRule(
        "AUT-112",
        Severity.Warning,
        "A 401 declares no WWW-Authenticate",
        "RFC 9110 section 15.5.2: a server that answers 401 MUST send WWW-Authenticate. What is not declared is not built.",
        "add under the response: headers: { WWW-Authenticate: \"Bearer\" }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        let refused = endpoint.FindResponse(401)
        where refused is not null && !refused.Headers.Any(Names)
        where !specification.ErrorCodes.Any(e => e.HttpStatus.Value == 401 && e.Headers.Any(Names))
        select Finding(
            refused.Status.Location,
            $"401 of {endpoint.Name} does not declare WWW-Authenticate (RFC 9110 section 15.5.2)",
            "a header WWW-Authenticate"
        );

    private static bool Names(ResponseHeader header) =>
        header.Name.Value.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase);
}
