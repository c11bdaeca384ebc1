using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The same key with another payload has a declared answer.</summary>
internal sealed class ReuseIsDefined()
    : AdvisoryRule(
        "IDP-103",
        Severity.Error,
        "Reuse of a key is undefined",
        "The second request may be executed, answered with the first result, or refused; only refusing it shows the client its mistake.",
        "declare idempotency.on_mismatch, such as { status: 422, error_code: KEY_REUSED }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        DeclaredKeys
            .Of(specification)
            .Where(rules => rules.OnMismatch is null)
            .Select(rules =>
                Finding(
                    rules.Header.Location,
                    $"reuse of '{rules.Header}' with another payload is undefined",
                    "idempotency.on_mismatch"
                )
            );
}
