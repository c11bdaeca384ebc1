using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every operation needs a credential, or says that it needs none.</summary>
internal sealed class OperationsAreProtected()
    : AdvisoryRule(
        "AUT-109",
        Severity.Error,
        "An operation has no security and is not public",
        "Whether anybody may call it is left to chance (OWASP API2:2023).",
        "add the section authentication, or mark the operation security: { public: true }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification.Authentication is not null
            ? []
            : specification
                .Endpoints.Where(e => !e.IsPublic)
                .Select(e =>
                    Finding(
                        e.Method.Location,
                        $"operation {e.Name} has no security and is not marked public",
                        "authentication, or security: { public: true }"
                    )
                );
}
