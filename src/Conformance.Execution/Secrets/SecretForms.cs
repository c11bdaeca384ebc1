using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Execution.Secrets;

/// <summary>The spellings a value takes on its way through URLs, forms, JSON and headers.</summary>
internal static class SecretForms
{
    /// <summary>All spellings of a value, the value itself included.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        foreach (var form in Spellings(secret))
        {
            yield return form;

            // What a search over bytes sees of a character beyond ASCII.
            if (!Ascii.IsValid(form))
            {
                yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form));
            }
        }
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;

        var escaped = Uri.EscapeDataString(secret);
        yield return escaped;
        yield return escaped.Replace("%20", "+", StringComparison.Ordinal);
        yield return LowerHex(escaped);

        yield return JsonEncodedText.Encode(secret).ToString();
        var relaxed = JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        yield return relaxed;
        yield return relaxed.Replace("/", "\\/", StringComparison.Ordinal);

        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        yield return base64;
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static string LowerHex(string escaped)
    {
        var text = escaped.ToCharArray();
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '%')
            {
                text[i + 1] = char.ToLowerInvariant(text[i + 1]);
                text[i + 2] = char.ToLowerInvariant(text[i + 2]);
            }
        }

        return new string(text);
    }
}
