using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The header of the key has the name that tools look for.</summary>
internal sealed class KeysHaveTheDraftsName()
    : AdvisoryRule(
        "IDP-106",
        Severity.Info,
        "The key's header has another name than the IETF draft",
        "Gateways, SDKs and proxies recognise Idempotency-Key; the prefix X- has been deprecated since RFC 6648.",
        "name the header Idempotency-Key"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        DeclaredKeys
            .Of(specification)
            .Where(rules => !rules.Header.Value.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase))
            .Select(rules =>
                Finding(
                    rules.Header.Location,
                    $"header '{rules.Header}': the name of draft-ietf-httpapi-idempotency-key-header is 'Idempotency-Key'",
                    "Idempotency-Key",
                    rules.Header
                )
            );
}
