namespace Conformance.Specification.Schemas.Formats;

/// <summary>Base64 of RFC 4648, section 4: the standard alphabet, padded, no line breaks, no stray bits.</summary>
internal static class Base64
{
    /// <summary>Whether the text is base64.</summary>
    /// <param name="text">The text.</param>
    public static bool IsBase64(string text) =>
        text.Length % 4 == 0
        && !text.AsSpan().ContainsAny(" \t\r\n")
        && System.Buffers.Text.Base64.IsValid(text)
        && Convert.ToBase64String(Convert.FromBase64String(text)) == text;
}
