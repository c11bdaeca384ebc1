using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver.Signing;

/// <summary>Finds the scheme that a specification signs its deliveries by.</summary>
internal static partial class SchemeChoice
{
    private static readonly string[] Hashes = ["SHA256", "SHA384", "SHA512", "SHA1"];

    // The only placeholders that can be filled in; {id} is another word for {event_id}.
    private static readonly string[] Placeholders = ["body", "timestamp", "event_id", "id", "event_type"];

    /// <summary>The scheme, or why deliveries cannot be signed.</summary>
    /// <param name="security">The section <c>webhooks.security</c>.</param>
    public static Attempt<DeliveryScheme> Of(WebhookSecurity security) =>
        security.Scheme switch
        {
            WebhookScheme.StandardWebhooks => new StandardWebhooksScheme(),
            WebhookScheme.Stripe => new StripeScheme(security.SignatureHeader?.Value ?? StripeScheme.OwnHeader),
            WebhookScheme.GitHub => new GitHubScheme(),
            _ => Declared(security),
        };

    private static Attempt<DeliveryScheme> Declared(WebhookSecurity security)
    {
        if (security.SignatureHeader is not { } header)
        {
            return Refusal.Configuration(
                $"{security.Location}: deliveries cannot be signed, for webhooks.security declares no signature_header.",
                "Declare signature_header, or scheme: standard-webhooks, stripe or github."
            );
        }

        var content = security.SignedContent?.Value ?? "{body}";
        var unknown = Placeholder()
            .Matches(content)
            .Select(m => m.Groups["name"].Value)
            .FirstOrDefault(name => !Placeholders.Contains(name, StringComparer.Ordinal));
        if (unknown is not null || !content.Contains("{body}", StringComparison.Ordinal))
        {
            return Refusal.Configuration(
                $"{(security.SignedContent ?? header).Location}: signed_content '{content}' "
                    + (unknown is null ? "has no {body}." : $"has {{{unknown}}}, which is not known."),
                "Known are {body}, {timestamp}, {event_id} and {event_type}."
            );
        }

        var hash = HashOf(security.Algorithm?.Value);
        return hash is null
            ? Refusal.Configuration(
                $"{security.Algorithm!.Location}: deliveries cannot be signed with '{security.Algorithm.Value}'.",
                "Known are HMAC-SHA256, HMAC-SHA384, HMAC-SHA512 and HMAC-SHA1."
            )
            : new DeclaredScheme(
                new(
                    header.Value,
                    security.TimestampHeader?.Value,
                    security.SignaturePrefix,
                    content,
                    hash,
                    security.TimestampFormat?.Value == "rfc3339"
                )
            );
    }

    private static string? HashOf(string? algorithm)
    {
        if (algorithm is null)
        {
            return Hashes[0];
        }

        var name = algorithm
            .ToUpper(CultureInfo.InvariantCulture)
            .Replace("HMAC", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Trim();
        return Hashes.Contains(name) ? name : null;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z_]+)\}", RegexOptions.None, 10_000)]
    private static partial Regex Placeholder();
}
