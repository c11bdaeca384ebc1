using System.Globalization;
using System.Text;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>How deliveries are signed: by the specification's own rules, or by those of a published scheme (STANDARDS E.1).</summary>
internal sealed record SigningTerms
{
    private const string Stamp = "{timestamp}";
    private const string Body = "{body}";

    /// <summary>Header with the signature.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>Header with the time of the attempt; null for none.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>Header with the event's id; null for none.</summary>
    public string? IdHeader { get; init; }

    /// <summary>Header with the event's type; null for none.</summary>
    public string? TypeHeader { get; init; }

    /// <summary>What is signed.</summary>
    public string SignedContent { get; init; } = Body;

    /// <summary>Name of the hash.</summary>
    public string Hash { get; init; } = "SHA256";

    /// <summary>How the digest is written.</summary>
    public DigestForm Form { get; init; } = DigestForm.LowerHex;

    /// <summary>What stands before the digest.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether the signature's header tells the time as well, in the manner of Stripe.</summary>
    public bool HasTimeInHeader { get; init; }

    /// <summary>Whether times are written as RFC 3339 says, and not in seconds since 1970.</summary>
    public bool HasTextTime { get; init; }

    /// <summary>Whether secrets are Base64, after a prefix that says so.</summary>
    public bool HasEncodedSecret { get; init; }

    /// <summary>The terms that a specification declares.</summary>
    public static SigningTerms? Of(WebhookSecurity? security) =>
        security?.Scheme switch
        {
            null => null,
            WebhookScheme.StandardWebhooks => StandardWebhooks(security.SignatureHeader?.Value ?? "webhook-signature"),
            WebhookScheme.Stripe => new()
            {
                SignatureHeader = security.SignatureHeader?.Value ?? "Stripe-Signature",
                SignedContent = $"{Stamp}.{Body}",
                Prefix = "v1=",
                HasTimeInHeader = true,
            },
            WebhookScheme.GitHub => new()
            {
                SignatureHeader = security.SignatureHeader?.Value ?? "X-Hub-Signature-256",
                IdHeader = "X-GitHub-Delivery",
                TypeHeader = "X-GitHub-Event",
                Prefix = "sha256=",
            },
            _ => security.SignatureHeader is { } header ? Declared(security, header.Value) : null,
        };

    /// <summary>The signature of a delivery, before it is computed.</summary>
    /// <param name="secret">The subscriber's secret.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="stamp">The time of the attempt as it is told; empty when it is not.</param>
    /// <param name="body">The bytes that are sent.</param>
    public SignatureDraft Draft(string secret, string id, string stamp, ReadOnlyMemory<byte> body) =>
        new(Key(secret), Content(id, stamp, body))
        {
            Hash = Hash,
            Form = Form,
            Prefix = Prefix,
        };

    /// <summary>A time as it is told.</summary>
    public string Text(DateTimeOffset time) =>
        HasTextTime ? PlainText.DateTime(time) : time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static SigningTerms StandardWebhooks(string header) =>
        new()
        {
            SignatureHeader = header,
            TimestampHeader = header.Replace("signature", "timestamp", StringComparison.OrdinalIgnoreCase),
            IdHeader = header.Replace("signature", "id", StringComparison.OrdinalIgnoreCase),
            SignedContent = $"{{id}}.{Stamp}.{Body}",
            Form = DigestForm.Base64,
            Prefix = "v1,",
            HasEncodedSecret = true,
        };

    private static SigningTerms Declared(WebhookSecurity security, string header) =>
        new()
        {
            SignatureHeader = header,
            TimestampHeader = security.TimestampHeader?.Value,
            SignedContent = security.SignedContent?.Value ?? Body,
            Hash = HashOf(security.Algorithm?.Value),
            Prefix = security.SignaturePrefix,
            HasTextTime = security.TimestampFormat?.Value is "rfc3339",
        };

    private static string HashOf(string? algorithm)
    {
        var digits = new string([.. (algorithm ?? "").Where(char.IsAsciiDigit)]);
        return digits is "512" or "384" or "1" ? "SHA" + digits : "SHA256";
    }

    private byte[] Key(string secret)
    {
        const string Mark = "whsec_";
        if (HasEncodedSecret)
        {
            var bare = secret.StartsWith(Mark, StringComparison.Ordinal) ? secret[Mark.Length..] : secret;
            var key = new byte[bare.Length];
            if (Convert.TryFromBase64String(bare, key, out var length))
            {
                return key[..length];
            }
        }

        return Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>The body may be any bytes, so only what stands around it is text.</summary>
    private byte[] Content(string id, string stamp, ReadOnlyMemory<byte> body)
    {
        var parts = SignedContent.Split(Body).Select(p => Encoding.UTF8.GetBytes(Filled(p, id, stamp))).ToList();
        return [.. parts[0], .. parts.Skip(1).SelectMany(p => (byte[])[.. body.Span, .. p])];
    }

    private static string Filled(string template, string id, string stamp) =>
        template
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{event_id}", id, StringComparison.Ordinal)
            .Replace(Stamp, stamp, StringComparison.Ordinal);
}
