using System.Text;
using System.Text.Json.Serialization;

namespace Conformance.Records;

/// <summary>
/// A body as it is written down: as text where it is UTF-8, so that people can read a record, in base64 where it is not,
/// and by reference where the exchange before had the same, which the cases that use up a limit have by the hundred.
/// </summary>
internal sealed record BodyForm
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The body as text.</summary>
    public string? Text { get; init; }

    /// <summary>The body in base64.</summary>
    public string? Base64 { get; init; }

    /// <summary>Whether it is the body of the exchange before, byte for byte.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAsBefore { get; init; }

    /// <summary>The form of a body; null for an empty one.</summary>
    /// <param name="body">The body.</param>
    /// <param name="before">The body of the exchange before.</param>
    public static BodyForm? Of(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> before = default)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (body.Span.SequenceEqual(before.Span))
        {
            return new BodyForm { IsAsBefore = true };
        }

        try
        {
            return new BodyForm { Text = Strict.GetString(body.Span) };
        }
        catch (DecoderFallbackException)
        {
            return new BodyForm { Base64 = Convert.ToBase64String(body.Span) };
        }
    }

    /// <summary>The body of a form.</summary>
    /// <param name="form">The form; null for an empty body.</param>
    /// <param name="before">The body of the exchange before.</param>
    /// <exception cref="FormatException">It is no base64.</exception>
    public static ReadOnlyMemory<byte> Read(BodyForm? form, ReadOnlyMemory<byte> before = default) =>
        form switch
        {
            null => ReadOnlyMemory<byte>.Empty,
            { IsAsBefore: true } => before,
            { Text: { } text } => Strict.GetBytes(text),
            { Base64: { } base64 } => Convert.FromBase64String(base64),
            _ => ReadOnlyMemory<byte>.Empty,
        };
}
