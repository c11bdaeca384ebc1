using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Locking;

/// <summary>
/// Says whether two cases are the same: everything they send and expect, in a canonical form, without the lines of the
/// specification it came from.
/// </summary>
public static class CaseDigest
{
    private static readonly JsonSerializerOptions Options = new()
    {
        MaxDepth = 256,
        IgnoreReadOnlyProperties = true,
        // What a later version of the tool adds and a case does not use leaves its digest as it was.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters =
        {
            new EndpointAsName(),
            new LocationAsPresence(),
            new PairConverterFactory(),
            new VariantConverterFactory(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutLocations } },
    };

    /// <summary>Lower-case hex SHA-256 of a case's canonical form.</summary>
    /// <param name="contractCase">The case.</param>
    public static string Of(ContractCase contractCase) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(contractCase, Options)));

    internal static string CanonicalForm(ContractCase contractCase) => JsonSerializer.Serialize(contractCase, Options);

    private static void LeaveOutLocations(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Name is "Location" or "KeywordLocations").ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed class EndpointAsName : JsonConverter<Endpoint>
    {
        public override Endpoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Digests are only written.");

        public override void Write(Utf8JsonWriter writer, Endpoint value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }

    // "Required where" is a location too; only that there is one belongs to the case.
    private sealed class LocationAsPresence : JsonConverter<SourceLocation>
    {
        public override SourceLocation Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException("Digests are only written.");

        public override void Write(Utf8JsonWriter writer, SourceLocation value, JsonSerializerOptions options) =>
            writer.WriteBooleanValue(true);
    }
}
