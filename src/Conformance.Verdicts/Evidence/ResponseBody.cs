using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Schemas;

namespace Conformance.Verdicts.Evidence;

/// <summary>A response body as checks read it: nothing, JSON, or bytes that are no JSON, with the reason.</summary>
internal sealed class ResponseBody
{
    private ResponseBody(JsonElement? json, string? defect)
    {
        Json = json;
        Defect = defect;
    }

    /// <summary>The JSON value; null when there is none.</summary>
    public JsonElement? Json { get; }

    /// <summary>Why there is no JSON value; null when there is one.</summary>
    public string? Defect { get; }

    /// <summary>Reads body bytes; never throws.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isTruncated">Whether the recording was cut at the size cap.</param>
    public static ResponseBody Read(ReadOnlyMemory<byte> bytes, bool isTruncated)
    {
        if (isTruncated)
        {
            return new(null, $"cut off after {bytes.Length} bytes, the greatest size that is read");
        }

        if (bytes.IsEmpty)
        {
            return new(null, "no body");
        }

        var parsed = StrictJson.Parse(bytes);
        return parsed.Defect is { } defect ? new(null, Describe(defect, bytes)) : new(parsed.Root, null);
    }

    private static string Describe(JsonDefect defect, ReadOnlyMemory<byte> bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no readable JSON, line {defect.Line}, column {defect.Column}: {Excerpt.OfText(defect.Message)}; {Excerpt.OfBytes(bytes)}"
        );
}
