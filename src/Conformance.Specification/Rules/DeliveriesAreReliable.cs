using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Webhooks are repeated when they fail, and signed.</summary>
internal sealed class DeliveriesAreReliable()
    : AdvisoryRule(
        "WHK-101",
        Severity.Error,
        "Webhooks have no retry policy, or no signature",
        "Without retries an event is lost with the first hiccup; without a signature anybody can send one (best practice: webhook reliability).",
        "add webhooks.retry_policy and webhooks.security"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks is not { } webhooks)
        {
            yield break;
        }

        if (webhooks.Retry is null)
        {
            yield return Finding(Start(webhooks.Location), "webhooks have no retry policy", "webhooks.retry_policy");
        }

        if (webhooks.Security is null or { SignatureHeader: null, Scheme: WebhookScheme.Declared })
        {
            yield return Finding(Start(webhooks.Location), "webhooks have no signature scheme", "webhooks.security");
        }
    }
}
