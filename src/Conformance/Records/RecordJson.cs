using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Records;

/// <summary>How lines of a record become JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 64
)]
[JsonSerializable(typeof(RecordLine))]
internal sealed partial class LineJson : JsonSerializerContext;

/// <summary>How a manifest becomes JSON: for people too, so with indentation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 16
)]
[JsonSerializable(typeof(RunManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>Writes lines.</summary>
internal static class RecordJson
{
    // Bodies are read by people, and a line of a record is never a part of a page.
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
    };

    // Most lines fit, and none of them has to be moved while it grows.
    private const int UsualLine = 8 << 10;

    /// <summary>A line with its end, in UTF-8.</summary>
    /// <param name="line">The line.</param>
    /// <remarks>
    /// The generated code is called itself: through <see cref="JsonSerializer"/> another encoder would mean to look at
    /// every type first, and that costs a short run more than the writing.
    /// </remarks>
    public static ReadOnlyMemory<byte> BytesOf(RecordLine line)
    {
        var bytes = new ArrayBufferWriter<byte>(UsualLine);
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            LineJson.Default.RecordLine.SerializeHandler!(writer, line);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    /// <summary>Refuses a line that has nothing where an element of a list should be: types cannot tell that.</summary>
    /// <param name="line">The line, in UTF-8.</param>
    /// <exception cref="JsonException">It is so, or the line is no JSON.</exception>
    public static void DemandWhole(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 64 });
        // A bit for each level: whether it is a list.
        var lists = 0UL;
        while (reader.Read())
        {
            var level = reader.CurrentDepth;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    lists |= 1UL << level;
                    break;
                case JsonTokenType.StartObject:
                    lists &= ~(1UL << level);
                    break;
                case JsonTokenType.Null when level > 0 && (lists >> (level - 1) & 1) == 1:
                    throw new JsonException($"an element of a list is null, at byte {reader.TokenStartIndex + 1}");
            }
        }
    }
}
