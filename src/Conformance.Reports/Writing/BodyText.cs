using System.Text;

namespace Conformance.Reports.Writing;

/// <summary>A body as a report shows it.</summary>
/// <param name="Value">The text, or the bytes in Base64.</param>
/// <param name="IsBinary">Whether the value is Base64.</param>
/// <param name="Size">Number of bytes there were.</param>
/// <param name="IsCut">Whether the value is only the beginning.</param>
internal sealed record BodyText(string Value, bool IsBinary, int Size, bool IsCut)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Masks a body and only then cuts it, since half a secret would not be found any more.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="options">Mask and length.</param>
    public static BodyText Of(ReadOnlyMemory<byte> body, ReportOptions options)
    {
        var text = TryDecode(body.Span);
        if (text is not null)
        {
            var masked = options.Mask(text);
            return new(
                Cut(masked, options.MaxBodyCharacters),
                false,
                body.Length,
                masked.Length > options.MaxBodyCharacters
            );
        }

        // Latin-1 maps bytes to characters one to one, so the mask sees texts inside binary bodies too.
        var bytes = Encoding.Latin1.GetBytes(options.Mask(Encoding.Latin1.GetString(body.Span)));
        var kept = bytes.AsSpan(0, Math.Min(bytes.Length, options.MaxBodyCharacters));
        return new(Convert.ToBase64String(kept), true, body.Length, kept.Length < bytes.Length);
    }

    /// <summary>The beginning of a text, never half a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Greatest number of UTF-16 units.</param>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text
        : length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];

    private static string? TryDecode(ReadOnlySpan<byte> body)
    {
        if (body.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
