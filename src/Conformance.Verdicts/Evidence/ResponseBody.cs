using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// A response body as checks read it: nothing, JSON, or bytes that are no JSON, with the reason. Belongs to one case,
/// which is judged by one thread.
/// </summary>
internal sealed class ResponseBody
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly bool wasTruncated;
    private readonly Dictionary<SchemaNode, ImmutableArray<SchemaViolation>> violations = new(
        ReferenceEqualityComparer.Instance
    );

    private ResponseBody(ReadOnlyMemory<byte> bytes, JsonElement? json, string? defect, bool wasTruncated = false)
    {
        this.wasTruncated = wasTruncated;
        this.bytes = bytes;
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
            return new(bytes, null, $"cut off after {bytes.Length} bytes, the greatest size that is read", true);
        }

        if (bytes.IsEmpty)
        {
            return new(bytes, null, "no body");
        }

        var parsed = StrictJson.Parse(bytes);
        return parsed.Defect is { } defect ? new(bytes, null, Describe(defect, bytes)) : new(bytes, parsed.Root, null);
    }

    /// <summary>Whether a body has the same bytes, so that what was found out about this one holds for it.</summary>
    /// <param name="other">The bytes of the other.</param>
    /// <param name="isTruncated">Whether the other was cut off.</param>
    public bool IsSameAs(ReadOnlyMemory<byte> other, bool isTruncated) =>
        isTruncated == wasTruncated && bytes.Span.SequenceEqual(other.Span);

    /// <summary>How the JSON value contradicts a schema, found out once.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="context">Has the compiled schemas.</param>
    public ImmutableArray<SchemaViolation> Violations(SchemaNode schema, JudgeContext context)
    {
        if (!violations.TryGetValue(schema, out var found))
        {
            found = Json is { } value ? context.Schemas.Violations(schema, context.Specification, value) : [];
            violations.Add(schema, found);
        }

        return found;
    }

    private static string Describe(JsonDefect defect, ReadOnlyMemory<byte> bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no readable JSON, line {defect.Line}, column {defect.Column}: {Excerpt.OfText(defect.Message)}; {Excerpt.OfBytes(bytes)}"
        );
}
