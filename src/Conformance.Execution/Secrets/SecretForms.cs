using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Execution.Secrets;

/// <summary>The spellings a value takes on its way through URLs, forms, JSON, markup, headers and dumps.</summary>
internal static class SecretForms
{
    // Shorter pieces of base64 and hex are found in ordinary text by chance.
    private const int ShortestPiece = 8;

    /// <summary>All spellings of a text, the text itself included.</summary>
    public static IEnumerable<SecretForm> Of(string secret)
    {
        foreach (var form in Spellings(secret).Concat(Encodings(Encoding.UTF8.GetBytes(secret))))
        {
            yield return form;

            // What a search over bytes sees of a character beyond ASCII.
            if (!Ascii.IsValid(form.Text))
            {
                yield return form with
                {
                    Text = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form.Text)),
                };
            }
        }
    }

    /// <summary>All spellings of bytes that are no text, of a key for example.</summary>
    public static IEnumerable<SecretForm> Of(byte[] secret) =>
        Encodings(secret).Prepend(new("plain", Encoding.Latin1.GetString(secret)));

    private static IEnumerable<SecretForm> Spellings(string secret)
    {
        yield return new("plain", secret);

        var escaped = Uri.EscapeDataString(secret);
        yield return new("URL-encoded", escaped);
        yield return new("URL-encoded", escaped.Replace("%20", "+", StringComparison.Ordinal));
        yield return new("URL-encoded", LowerHex(escaped, '%', 2));
        // Forms escape more than URLs do.
        var form = WebUtility.UrlEncode(secret);
        yield return new("URL-encoded", form);
        yield return new("URL-encoded", LowerHex(form, '%', 2));
        // The address somebody came from, in the query of another: what a redirection to a page for logging in has.
        yield return new("URL-encoded twice", Uri.EscapeDataString(escaped));
        yield return new("URL-encoded twice", Uri.EscapeDataString(LowerHex(escaped, '%', 2)));
        yield return new("URL-encoded twice", WebUtility.UrlEncode(escaped));
        yield return new("URL-encoded twice", Uri.EscapeDataString(form));

        var strict = JsonEncodedText.Encode(secret).ToString();
        yield return new("JSON-escaped", strict);
        yield return new("JSON-escaped", LowerHex(strict, 'u', 4));
        var relaxed = JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        yield return new("JSON-escaped", relaxed);
        yield return new("JSON-escaped", relaxed.Replace("/", "\\/", StringComparison.Ordinal));
        // A body of JSON within a report of JSON.
        yield return new("JSON-escaped twice", JsonEncodedText.Encode(strict).ToString());
        yield return new("JSON-escaped twice", JsonEncodedText.Encode(relaxed).ToString());
        yield return new(
            "JSON-escaped twice",
            JsonEncodedText.Encode(relaxed, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()
        );

        yield return new("HTML-escaped", WebUtility.HtmlEncode(secret));
        yield return new("HTML-escaped", HtmlEncoder.Default.Encode(secret));
        var markup = System.Security.SecurityElement.Escape(secret);
        yield return new("XML-escaped", markup);
        // Quotes and apostrophes may stand as they are in the text of an element.
        yield return new(
            "XML-escaped",
            markup.Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&apos;", "'", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<SecretForm> Encodings(byte[] secret)
    {
        var whole = Convert.ToBase64String(secret);
        yield return new("base64", whole);
        yield return new("base64url", UrlSafe(whole.TrimEnd('=')));
        for (var before = 0; before < 3; before++)
        {
            var piece = Aligned(secret, before);
            if (piece.Length >= ShortestPiece)
            {
                yield return new("base64", piece);
                yield return new("base64url", UrlSafe(piece));
            }
        }

        if (secret.Length * 2 >= ShortestPiece)
        {
            yield return new("hex", Convert.ToHexStringLower(secret));
            yield return new("hex", Convert.ToHexString(secret));
        }
    }

    // What base64 shows of these bytes alone, whatever stands before and behind them.
    private static string Aligned(byte[] secret, int before)
    {
        var first = ((before * 8) + 5) / 6;
        var end = (before + secret.Length) * 8 / 6;
        return Convert.ToBase64String([.. new byte[before], .. secret])[first..end];
    }

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static string LowerHex(string escaped, char mark, int digits)
    {
        var text = escaped.ToCharArray();
        for (var i = 0; i + digits < text.Length; i++)
        {
            if (text[i] != mark || (mark == 'u' && (i == 0 || text[i - 1] != '\\')))
            {
                continue;
            }

            for (var digit = i + 1; digit <= i + digits; digit++)
            {
                text[digit] = char.ToLowerInvariant(text[digit]);
            }
        }

        return new string(text);
    }
}
