using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>The webhook secret has a strength and is renewed.</summary>
internal sealed partial class SecretsRotate()
    : AdvisoryRule(
        "WHK-111",
        Severity.Warning,
        "Rotation or strength of the webhook secret is not stated",
        "A secret that nobody can change without losing deliveries is never changed, and \"secret\" is one (Standard Webhooks: 24 to 64 bytes).",
        "say it under webhooks.configuration.secret_key: \"32 random bytes; rotated with two valid secrets for 24 hours\""
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks is not { Security: not null } webhooks)
        {
            yield break;
        }

        var text = webhooks.SecretKey?.Value ?? "";
        var isStandard = webhooks.Security.Scheme == WebhookScheme.StandardWebhooks;
        var missing = new[]
        {
            Rotation().IsMatch(text) ? null : "rotation procedure",
            isStandard || Strength().IsMatch(text) ? null : "stated length or entropy",
        }.OfType<string>();
        if (missing.Any())
        {
            yield return Finding(
                webhooks.SecretKey?.Location ?? Start(webhooks.Security.Location),
                $"the webhook secret has no {string.Join(" and no ", missing)}",
                "a word on both"
            );
        }
    }

    [GeneratedRegex(@"\brotat|\brenew|\brevo[ck]", Words.Options, Words.Timeout)]
    private static partial Regex Rotation();

    [GeneratedRegex(@"\d+\s*(-|\s)?(random\s+)?(bytes?|bits?|characters?)", Words.Options, Words.Timeout)]
    private static partial Regex Strength();
}
