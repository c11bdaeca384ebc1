using System.Globalization;
using System.Net.Http.Headers;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>
/// Refuses an answer that does not say clearly where it ends, which the connection below reads as best it can. RFC 9112
/// section 6.3 has a client close the connection and discard such an answer.
/// </summary>
internal static class MessageFraming
{
    /// <summary>Throws when the answer's framing is invalid.</summary>
    /// <exception cref="BrokenFramingException">It is; the message continues "the target ...".</exception>
    public static void Require(HttpResponseMessage response)
    {
        var lengths = Values(response.Content.Headers.NonValidated, "Content-Length");
        var codings = Values(response.Headers.NonValidated, "Transfer-Encoding");
        // Lengths that are the same stand for one (RFC 9110 section 8.6).
        if (lengths.FirstOrDefault(l => !IsLength(l)) is { } wrong)
        {
            throw new BrokenFramingException($"announced a Content-Length of '{Excerpt.Of(wrong)}', which is none");
        }

        if (lengths.Distinct().Count() > 1)
        {
            throw new BrokenFramingException($"announced different lengths: {Excerpt.Of(string.Join(", ", lengths))}");
        }

        if (codings.FirstOrDefault(c => !c.Equals("chunked", StringComparison.OrdinalIgnoreCase)) is { } coding)
        {
            throw new BrokenFramingException(
                $"used the transfer coding '{Excerpt.Of(coding)}', which nobody asked for"
            );
        }

        if (lengths.Length > 0 && codings.Length > 0)
        {
            throw new BrokenFramingException("announced both a Content-Length and a Transfer-Encoding");
        }
    }

    private static bool IsLength(string text) =>
        text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string[] Values(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values)
            ? [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries))]
            : [];
}
