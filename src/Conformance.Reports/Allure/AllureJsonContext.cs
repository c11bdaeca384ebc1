using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Allure;

/// <summary>How Allure's files become JSON. Metadata only: the fast path would pass by the masking converter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(AllureResult))]
[JsonSerializable(typeof(AllureExchange))]
[JsonSerializable(typeof(AllureExecutor))]
[JsonSerializable(typeof(ImmutableArray<AllureCategory>))]
internal sealed partial class AllureJsonContext : JsonSerializerContext
{
    /// <summary>A context that masks every text.</summary>
    /// <param name="mask">Replaces secrets.</param>
    public static AllureJsonContext Masking(Func<string, string> mask) =>
        new(new JsonSerializerOptions(Default.Options) { Converters = { new MaskedString(mask) } });
}
