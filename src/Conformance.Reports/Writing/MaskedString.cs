using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Writing;

/// <summary>
/// Masks every string of a JSON report on its way out, so that no place can be forgotten. Names of our own files are
/// exempt by <see cref="VerbatimString"/>.
/// </summary>
internal sealed class MaskedString(Func<string, string> mask) : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are only written.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(mask(value));
}
