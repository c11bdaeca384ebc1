using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Idempotency keys have a form, a scope and an expiry.</summary>
internal sealed class KeysHaveTerms()
    : AdvisoryRule(
        "IDP-102",
        Severity.Error,
        "An idempotency key has no retention, scope or format",
        "The IETF draft demands that a resource publishes its expiry policy; without scope and form, two clients may collide, or a key is refused.",
        "declare idempotency.retention, .scope and .format"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from rules in DeclaredKeys.Of(specification)
        let missing = new[]
        {
            rules.Retention is null ? "retention" : null,
            rules.Scope.IsEmpty ? "scope" : null,
            rules is { MinLength: null, MaxLength: null } ? "format" : null,
        }
            .OfType<string>()
            .ToList()
        where missing.Count > 0
        select Finding(
            rules.Header.Location,
            $"idempotency key '{rules.Header}' has no {string.Join(", no ", missing)}",
            string.Join(", ", missing)
        );
}
