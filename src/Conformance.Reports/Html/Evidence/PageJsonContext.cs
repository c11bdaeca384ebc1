using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Html.Evidence;

/// <summary>How the data of the page becomes JSON. Metadata only: the fast path would pass by the masking converter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PageData))]
internal sealed partial class PageJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The data as JSON that may stand in a script element: nothing in it can end the element or begin a comment, and no
    /// line separator is in it; nothing in it runs backwards. Outside strings, JSON has none of these characters, so replacing them changes no value.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="mask">Replaces secrets in a text.</param>
    public static string ForScript(PageData data, Func<string, string> mask)
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            Converters = { new MaskedString(mask) },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        return TurningText
            .Straightened(JsonSerializer.Serialize(data, new PageJsonContext(options).PageData))
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal)
            .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
            .Replace("\u2029", "\\u2029", StringComparison.Ordinal);
    }
}
