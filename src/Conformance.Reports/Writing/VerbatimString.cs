using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Writing;

/// <summary>Writes a string as it is: for ids and file names that we made ourselves and that must go on matching.</summary>
internal sealed class VerbatimString : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are only written.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
