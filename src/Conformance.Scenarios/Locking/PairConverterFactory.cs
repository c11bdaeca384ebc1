using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Scenarios.Locking;

/// <summary>Writes name and value of a pair, which are read-only and would otherwise be left out: <c>["X-Request-ID", ...]</c>.</summary>
internal sealed class PairConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(PairConverter<,>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class PairConverter<TKey, TValue> : JsonConverter<KeyValuePair<TKey, TValue>>
    {
        public override KeyValuePair<TKey, TValue> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException("Digests are only written.");

        public override void Write(
            Utf8JsonWriter writer,
            KeyValuePair<TKey, TValue> value,
            JsonSerializerOptions options
        )
        {
            writer.WriteStartArray();
            JsonSerializer.Serialize(writer, value.Key, options);
            JsonSerializer.Serialize(writer, value.Value, options);
            writer.WriteEndArray();
        }
    }
}
