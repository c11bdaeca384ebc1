using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// Verifies the signature of a delivery over the bytes that came (STANDARDS E.1), and says what would have matched when
/// it does not.
/// </summary>
/// <param name="security">The declared scheme.</param>
/// <param name="secret">The shared secret.</param>
internal sealed class DeliverySignature(WebhookSecurity security, string secret)
{
    private const string KeyPrefix = "whsec_";

    private readonly HashAlgorithmName algorithm = AlgorithmOf(security.Algorithm?.Value);

    /// <summary>Whether the declared algorithm is one that can be verified here.</summary>
    /// <param name="security">The declared scheme.</param>
    public static bool CanVerify(WebhookSecurity security) =>
        security.Algorithm?.Value is not { } name || name.Contains("SHA", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a right signature is, in words.</summary>
    public string Expected
    {
        get
        {
            var hash = $"HMAC-{algorithm.Name}";
            return security.Scheme switch
            {
                WebhookScheme.StandardWebhooks => $"v1,<base64 of {hash} over {{id}}.{{timestamp}}.{{body}}>",
                WebhookScheme.Stripe => $"t=<timestamp>,v1=<hex of {hash} over {{timestamp}}.{{body}}>",
                WebhookScheme.GitHub => $"sha256=<hex of {hash} over {{body}}>",
                _ => $"{security.SignaturePrefix}<hex of {hash} over {Template}>",
            };
        }
    }

    /// <summary>Why the signature is not right; null when it is.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="value">The header's value.</param>
    public string? Problem(SeenDelivery delivery, string value)
    {
        var given = Signatures(value).ToList();
        var body = delivery.Facts.Body;
        if (given.Exists(g => Matches(g, Hash(algorithm, Key(secret), Content(Template, delivery, value, body)))))
        {
            return null;
        }

        var what = given.Count == 0 ? "no signature in the declared form" : Excerpt.OfText(value, 100);
        return $"{what}{Hint(delivery, value, body)}";
    }

    private string Template =>
        security.Scheme switch
        {
            WebhookScheme.StandardWebhooks => "{id}.{timestamp}.{body}",
            WebhookScheme.Stripe => "{timestamp}.{body}",
            WebhookScheme.GitHub => "{body}",
            _ => security.SignedContent?.Value ?? "{body}",
        };

    private string Prefix =>
        security.Scheme is WebhookScheme.GitHub && security.SignaturePrefix.Length == 0
            ? "sha256="
            : security.SignaturePrefix;

    // Undeclared encodings are open: without a prefix, hex and base64 are both right, and so is the usual prefix.
    private bool IsOpen => security.Scheme is WebhookScheme.Declared && security.SignaturePrefix.Length == 0;

    private IEnumerable<string> Signatures(string value) =>
        security.Scheme switch
        {
            WebhookScheme.StandardWebhooks => value
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(p => p.StartsWith("v1,", StringComparison.Ordinal))
                .Select(p => p[3..]),
            WebhookScheme.Stripe => value
                .Split(',', StringSplitOptions.TrimEntries)
                .Where(p => p.StartsWith("v1=", StringComparison.Ordinal))
                .Select(p => p[3..]),
            _ when IsOpen => [value.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase) ? value[7..] : value],
            _ => value.StartsWith(Prefix, StringComparison.Ordinal) ? [value[Prefix.Length..]] : [],
        };

    private bool Matches(string given, byte[] hash) =>
        security.Scheme is WebhookScheme.StandardWebhooks ? Same(given, Convert.ToBase64String(hash))
        : IsOpen
            ? Same(given.ToUpperInvariant(), Convert.ToHexString(hash)) || Same(given, Convert.ToBase64String(hash))
        : Same(given, Convert.ToHexStringLower(hash));

    private byte[] Key(string text)
    {
        if (security.Scheme is not WebhookScheme.StandardWebhooks)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bare = text.StartsWith(KeyPrefix, StringComparison.Ordinal) ? text[KeyPrefix.Length..] : text;
        var bytes = new byte[bare.Length];
        return Convert.TryFromBase64String(bare, bytes, out var length)
            ? bytes[..length]
            : Encoding.UTF8.GetBytes(text);
    }

    private byte[] Content(string template, SeenDelivery delivery, string value, ReadOnlyMemory<byte> body)
    {
        var content = new MemoryStream();
        var rest = template;
        while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            content.Write(Encoding.UTF8.GetBytes(rest[..open]));
            content.Write(Part(rest[(open + 1)..close], delivery, value, body).Span);
            rest = rest[(close + 1)..];
        }

        content.Write(Encoding.UTF8.GetBytes(rest));
        return content.ToArray();
    }

    private ReadOnlyMemory<byte> Part(string name, SeenDelivery delivery, string value, ReadOnlyMemory<byte> body) =>
        name switch
        {
            "body" or "payload" or "raw_body" => body,
            "timestamp" => Encoding.UTF8.GetBytes(Timestamp(delivery, value)),
            "url" => Encoding.UTF8.GetBytes(delivery.Exchange.Request.Url.OriginalString),
            "method" => Encoding.UTF8.GetBytes(delivery.Exchange.Request.Method),
            _ => Encoding.UTF8.GetBytes(
                (security.Scheme is WebhookScheme.StandardWebhooks ? delivery.Header("webhook-id") : null)
                    ?? delivery.Facts.EventId
                    ?? ""
            ),
        };

    private string Timestamp(SeenDelivery delivery, string value) =>
        security.Scheme is WebhookScheme.Stripe
            ? value
                .Split(',', StringSplitOptions.TrimEntries)
                .Where(p => p.StartsWith("t=", StringComparison.Ordinal))
                .Select(p => p[2..])
                .FirstOrDefault()
                ?? ""
        : DeliveryHeaders.TimestampOf(security) is { } header ? delivery.Header(header) ?? ""
        : "";

    private string Hint(SeenDelivery delivery, string value, ReadOnlyMemory<byte> body)
    {
        foreach (var (what, key, content) in Guesses(delivery, value, body))
        {
            foreach (var hash in (HashAlgorithmName[])[algorithm, HashAlgorithmName.SHA1, HashAlgorithmName.SHA512])
            {
                var mac = Hash(hash, key, content);
                if (FormOf(value, mac) is { } form)
                {
                    return $"; it is {form}{(hash == algorithm ? "" : $" of HMAC-{hash.Name}")} over {what}";
                }
            }
        }

        return FormOf(value, SHA256.HashData(body.Span)) is { } plain
            ? $"; it is {plain} of a plain SHA-256 of the body, without the secret"
            : "; no usual mistake explains it: the secret is another one, or the body was changed after it was signed";
    }

    private IEnumerable<(string What, byte[] Key, byte[] Content)> Guesses(
        SeenDelivery delivery,
        string value,
        ReadOnlyMemory<byte> body
    )
    {
        var key = Key(secret);
        (string What, string Template)[] templates =
        [
            ("{body}", "{body}"),
            ("{timestamp}.{body}", "{timestamp}.{body}"),
            ("{id}.{timestamp}.{body}", "{id}.{timestamp}.{body}"),
            ("{timestamp}{body}", "{timestamp}{body}"),
            ("{event_id}", "{event_id}"),
            ("{timestamp}", "{timestamp}"),
        ];
        foreach (var (what, template) in templates)
        {
            yield return (what, key, Content(template, delivery, value, body));
        }

        yield return ("nothing", key, []);
        foreach (var (what, bytes) in Respelled(delivery, body))
        {
            yield return (what, key, Content(Template, delivery, value, bytes));
        }

        (string What, byte[] Key)[] keys =
        [
            ("the declared content, with an empty secret", []),
            ("the declared content, with the text of the secret as the key", Encoding.UTF8.GetBytes(secret)),
            (
                "the declared content, with the secret without its prefix as the key",
                Encoding.UTF8.GetBytes(secret.Replace(KeyPrefix, "", StringComparison.Ordinal))
            ),
        ];
        foreach (var (what, other) in keys)
        {
            yield return (what, other, Content(Template, delivery, value, body));
        }
    }

    private static IEnumerable<(string What, byte[] Bytes)> Respelled(SeenDelivery delivery, ReadOnlyMemory<byte> body)
    {
        if (delivery.Json is { } json)
        {
            yield return ("the body serialised anew, not its bytes", JsonSerializer.SerializeToUtf8Bytes(json));
            yield return (
                "the body serialised anew with indentation, not its bytes",
                JsonSerializer.SerializeToUtf8Bytes(json, Indented)
            );
            yield return (
                "the body serialised anew, not its bytes",
                JsonSerializer.SerializeToUtf8Bytes(json, Relaxed)
            );
        }

        yield return ("the body with a line feed behind it", [.. body.Span, (byte)'\n']);
        yield return (
            "the body without white space around it",
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Trim())
        );
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string? FormOf(string value, byte[] mac)
    {
        var hex = Convert.ToHexStringLower(mac);
        var base64 = Convert.ToBase64String(mac);
        return value.Contains(hex, StringComparison.Ordinal) ? "the hex"
            : value.Contains(hex, StringComparison.OrdinalIgnoreCase) ? "the hex in upper case"
            : value.Contains(base64, StringComparison.Ordinal) ? "the base64"
            : value.Length >= 24
            && hex.Contains(value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)
                ? "a part of the hex"
            : null;
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

#pragma warning disable CA5350 // Weak hashes are tried to tell a target that it uses one.
    private static byte[] Hash(HashAlgorithmName name, byte[] key, byte[] content) =>
        name == HashAlgorithmName.SHA512 ? HMACSHA512.HashData(key, content)
        : name == HashAlgorithmName.SHA384 ? HMACSHA384.HashData(key, content)
        : name == HashAlgorithmName.SHA1 ? HMACSHA1.HashData(key, content)
        : HMACSHA256.HashData(key, content);
#pragma warning restore CA5350

    private static HashAlgorithmName AlgorithmOf(string? name)
    {
        var plain = (name ?? "").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return plain.Contains("SHA512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512
            : plain.Contains("SHA384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
            : plain.EndsWith("SHA1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1
            : HashAlgorithmName.SHA256;
    }
}
