using System.Buffers;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Specification.Yaml;

/// <summary>YAML values as JSON values, by the core schema; numbers keep their digits.</summary>
internal static class YamlJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2 * YamlLimits.MaxDepth };

    public static JsonElement Element(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, node);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, Options);
        return document.RootElement.Clone();
    }

    public static Located<JsonElement> Located(YamlNode node) => new(Element(node), node.Location);

    /// <summary>A JSON text as an element.</summary>
    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, JsonTexts.Default.String);

    public static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Key.Text);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case YamlSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case YamlScalar scalar:
                WriteScalar(writer, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, YamlScalar scalar)
    {
        if (scalar.IsNull)
        {
            writer.WriteNullValue();
        }
        else if (scalar.IsPlain && CoreSchema.Boolean(scalar.Text) is { } boolean)
        {
            writer.WriteBooleanValue(boolean);
        }
        else if (scalar.IsPlain && CoreSchema.JsonNumber(scalar.Text) is { } number)
        {
            writer.WriteRawValue(number);
        }
        else
        {
            writer.WriteStringValue(scalar.Text);
        }
    }
}
