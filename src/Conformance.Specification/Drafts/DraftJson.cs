using System.Buffers;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Schemas.Writing;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Drafts;

/// <summary>Writes a draft as JSON, without its comments.</summary>
internal static class DraftJson
{
    /// <summary>The JSON, indented, with a final line end.</summary>
    /// <param name="draft">The draft.</param>
    public static string Write(DraftMapping draft)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, KeywordWriter.Options))
        {
            YamlJson.Write(json, DraftTree.Of(draft));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A value as a draft.</summary>
    /// <param name="value">The value.</param>
    public static Draft Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => new DraftMapping([
                .. value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Of(p.Value))),
            ]),
            JsonValueKind.Array => new DraftList([.. value.EnumerateArray().Select(Of)]),
            JsonValueKind.String => new DraftScalar(value.GetString()!),
            _ => new DraftScalar(value.GetRawText(), true),
        };
}
