using System.Text;
using System.Text.Json;

namespace Conformance.Simulator.Json;

/// <summary>Reads JSON as RFC 8259 writes it, and nothing more (STANDARDS HTTP-09).</summary>
internal static class StrictJson
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>Reads a JSON text.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="value">The value; only when there is no problem.</param>
    /// <returns>What is wrong, in words; null when nothing is.</returns>
    public static string? Read(ReadOnlyMemory<byte> bytes, out JsonElement value)
    {
        value = default;
        if (bytes.IsEmpty)
        {
            return "Must not be empty";
        }

        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            return "Must not start with a byte order mark";
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            return "Must be UTF-8";
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            if (HasLoneSurrogate(document.RootElement))
            {
                return "Must not contain half of a surrogate pair";
            }

            value = document.RootElement.Clone();
            return null;
        }
        catch (JsonException)
        {
            return "Must be valid JSON without duplicate keys, no deeper than 64 levels";
        }
    }

    private static bool HasLoneSurrogate(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .Any(p => !IsText(() => p.Name) || HasLoneSurrogate(p.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(HasLoneSurrogate),
            JsonValueKind.String => !IsText(() => value.GetString()!),
            _ => false,
        };

    /// <summary>The reader keeps escapes as they are and finds a lone one only when the text is asked for.</summary>
    private static bool IsText(Func<string> read)
    {
        try
        {
            return Encoding.UTF8.GetByteCount(read()) >= 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
