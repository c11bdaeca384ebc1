using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Scenarios.Locking;

/// <summary>Writes a value of a closed hierarchy with the name of its variant in front: <c>{"Send": {...}}</c>.</summary>
internal sealed class VariantConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsAbstract
        && typeToConvert.IsClass
        && typeToConvert.Assembly == typeof(VariantConverterFactory).Assembly;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(VariantConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class VariantConverter<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Digests are only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(value.GetType().Name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndObject();
        }
    }
}
