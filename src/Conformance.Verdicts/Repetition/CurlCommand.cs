using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Conformance.Execution.Recording;

namespace Conformance.Verdicts.Repetition;

/// <summary>
/// Writes a recorded request as a <c>curl</c> command for bash, on one line and safe to paste: everything that came
/// from a specification or a target is quoted. Secrets are masked already in what was recorded.
/// </summary>
public static class CurlCommand
{
    // Longer bodies would not fit on a command line; the recorded exchange has them.
    private const int LongestBody = 32 * 1024;

    // curl writes these itself.
    private static readonly string[] Own = ["Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect"];

    /// <summary>The command that sends a request again.</summary>
    /// <param name="request">What was sent.</param>
    public static string For(RecordedRequest request)
    {
        var curl = string.Join(
            ' ',
            ["curl", .. Method(request), .. Url(request.Url.OriginalString), .. Headers(request)]
        );
        var body = request.Body;
        if (body.IsEmpty)
        {
            return curl;
        }

        if (body.Length > LongestBody)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{curl} --data-binary @body # {body.Length} bytes, see the recorded exchange"
            );
        }

        return Utf8.IsValid(body.Span) && body.Span.IndexOf((byte)0) < 0
            ? $"{curl} --data-raw {Quoted(Encoding.UTF8.GetString(body.Span))}"
            : $"echo {Convert.ToBase64String(body.Span)} | base64 -d | {curl} --data-binary @-";
    }

    private static IEnumerable<string> Method(RecordedRequest request) =>
        request.Method switch
        {
            "HEAD" => ["--head"],
            "GET" when request.Body.IsEmpty => [],
            _ => ["-X", Quoted(request.Method)],
        };

    // Without these curl would read [] and {} as ranges, and tidy up /../ in the path.
    private static IEnumerable<string> Url(string url)
    {
        if (url.AsSpan().IndexOfAny("[]{}") >= 0)
        {
            yield return "--globoff";
        }

        if (url.Contains("/.", StringComparison.Ordinal))
        {
            yield return "--path-as-is";
        }

        yield return Quoted(url);
    }

    private static IEnumerable<string> Headers(RecordedRequest request)
    {
        var headers = request.Headers.Where(h => !Own.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (!headers.Exists(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            if (request.ContentType is { } type)
            {
                headers.Add(new("Content-Type", type));
            }
            else if (!request.Body.IsEmpty)
            {
                // An empty value takes away the content type that curl would make up.
                yield return "-H 'Content-Type:'";
            }
        }

        foreach (var (name, value) in headers)
        {
            // "Name:" would take the header away, "Name;" sends it empty.
            yield return $"-H {Quoted(value.Length == 0 ? $"{name};" : $"{name}: {value}")}";
        }
    }

    private static string Quoted(string text)
    {
        if (text.Length > 0 && text.All(IsPlain))
        {
            return text;
        }

        return text.EnumerateRunes().Any(IsUnseen) ? AnsiQuoted(text) : $"'{text.Replace("'", @"'\''")}'";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',';

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Control and direction characters are spelled out, so that the line shows what it does and stays one line.
    private static string AnsiQuoted(string text)
    {
        var quoted = new StringBuilder("$'");
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune))
            {
                var form = rune.Value < 0x80 ? $"\\x{rune.Value:x2}" : $"\\U{rune.Value:x8}";
                quoted.Append(form);
            }
            else if (rune.Value is '\'' or '\\')
            {
                quoted.Append('\\').Append((char)rune.Value);
            }
            else
            {
                quoted.Append(rune.ToString());
            }
        }

        return quoted.Append('\'').ToString();
    }
}
