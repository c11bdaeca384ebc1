using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Execution.Secrets;
using Conformance.Specification.Model;

namespace Conformance.Traffic;

/// <summary>
/// Finds the secrets in recorded traffic by where they stand: credentials and cookies in headers, and fields of that name
/// in queries and bodies. Once found, one is masked wherever it stands.
/// </summary>
/// <param name="mask">Learns them.</param>
/// <param name="specification">Tells which headers and parameters carry credentials.</param>
internal sealed class TrafficSecrets(SecretMask mask, IntegrationSpecification specification)
{
    // Without their dashes and in any case, as clientSecret and client_secret are the same.
    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accesstoken",
        "refreshtoken",
        "idtoken",
        "token",
        "password",
        "apikey",
        "clientassertion",
        "assertion",
        "signature",
        "privatekey",
        "authorization"
    );

    /// <summary>Learns what one entry tells.</summary>
    public void Learn(HarEntry entry)
    {
        LearnHeaders(entry.Request.Headers);
        LearnHeaders(entry.Response.Headers);
        if (Uri.TryCreate(entry.Request.Url, UriKind.Absolute, out var url))
        {
            LearnPairs(url.Query.TrimStart('?'));
        }

        LearnBody(entry.Request.PostData?.Text, entry.Request.PostData?.MimeType);
        LearnBody(entry.Response.Content?.Text, entry.Response.Content?.MimeType);
    }

    private void LearnHeaders(ImmutableArray<HarField> headers)
    {
        foreach (var header in headers.IsDefault ? [] : headers)
        {
            if (Is(header, "Cookie") || Is(header, "Set-Cookie"))
            {
                // A line of Set-Cookie has one cookie, and then its attributes.
                foreach (var cookie in header.Value.Split(';').Take(Is(header, "Cookie") ? int.MaxValue : 1))
                {
                    mask.AddIssued(
                        "a recorded cookie",
                        cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim()
                    );
                }
            }
            else if (IsSecret(header))
            {
                LearnCredential(header.Value);
            }
        }
    }

    private bool IsSecret(HarField header) =>
        Is(header, "Authorization")
        || Is(header, "Proxy-Authorization")
        || Is(header, specification.Authentication?.HeaderName?.Value)
        || Is(header, specification.Webhooks?.Security?.SignatureHeader?.Value)
        || IsSecretName(header.Name)
        || header.Name.EndsWith("-token", StringComparison.OrdinalIgnoreCase);

    // "Bearer abc", "Basic base64 of name:password", or the secret alone.
    private void LearnCredential(string value)
    {
        var secret = value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
        mask.AddIssued("a recorded credential", secret);
        var bytes = new byte[secret.Length];
        if (
            value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(secret, bytes, out var length)
        )
        {
            var pair = Encoding.UTF8.GetString(bytes, 0, length);
            mask.AddIssued("a recorded password", pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }
    }

    private void LearnBody(string? text, string? type)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            LearnPairs(text);
        }
        else if (text.AsSpan().TrimStart()[0] is '{' or '[')
        {
            LearnJson(text);
        }
    }

    private void LearnPairs(string form)
    {
        foreach (var pair in form.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            var name = Decoded(pair[0]);
            if (IsSecretName(name) || name == specification.Authentication?.QueryParameter?.Value)
            {
                mask.AddIssued(name, Decoded(pair[1]));
            }
        }
    }

    private void LearnJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            LearnJson(document.RootElement);
        }
        catch (JsonException)
        {
            // What is no JSON has no fields.
        }
    }

    private void LearnJson(JsonElement element)
    {
        foreach (var item in element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : default)
        {
            LearnJson(item);
        }

        foreach (var field in element.ValueKind is JsonValueKind.Object ? element.EnumerateObject() : default)
        {
            if (field.Value.ValueKind is JsonValueKind.String && IsSecretName(field.Name))
            {
                mask.AddIssued(field.Name, field.Value.GetString());
            }

            LearnJson(field.Value);
        }
    }

    private static bool IsSecretName(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit));
        return Fields.Contains(plain)
            || plain.Contains("secret", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("apikey", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith("signature", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith("password", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Is(HarField header, string? name) =>
        header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
