using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every operation behind OAuth says which scope it needs.</summary>
internal sealed class OperationsNameTheirScopes()
    : AdvisoryRule(
        "AUT-108",
        Severity.Error,
        "An operation requires no scope",
        "Without a required scope nobody can be refused for lacking it: FORBIDDEN cannot be tested, and every token may do everything.",
        "add security: { scopes: [read] } to the operation"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification.Authentication is not { Type.Value: AuthenticationType.OAuth2ClientCredentials }
            ? []
            : specification
                .Endpoints.Where(e => !e.IsPublic && e.Scopes.IsEmpty)
                .Select(e =>
                    Finding(
                        e.Method.Location,
                        $"operation {e.Name} declares no required scope, so FORBIDDEN is untestable",
                        "security: { scopes: [...] }"
                    )
                );
}
