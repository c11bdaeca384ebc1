using System.Text.Json;
using System.Text.Unicode;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas;

/// <summary>What a JSON text may cost at most.</summary>
public sealed record StrictJsonLimits
{
    /// <summary>The default limits.</summary>
    public static StrictJsonLimits Default { get; } = new();

    /// <summary>Greatest nesting of objects and arrays; 64 by default.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Greatest length of a number in characters; 1000 by default.</summary>
    public int MaxNumberLength { get; init; } = 1000;
}

/// <summary>What makes a text no acceptable JSON, and where.</summary>
/// <param name="Message">What is wrong, in one sentence without a full stop.</param>
/// <param name="Offset">0-based position in bytes.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in characters (code points).</param>
/// <param name="Path">Path of the innermost value that was being read, in body notation: <c>items[0].quantity</c>.</param>
public sealed record JsonDefect(string Message, int Offset, int Line, int Column, string Path);

/// <summary>The parsed value or the reason why there is none; exactly one of both.</summary>
/// <param name="Root">The value; it does not depend on the parsed bytes.</param>
/// <param name="Defect">What is wrong.</param>
public sealed record StrictJsonResult(JsonElement? Root, JsonDefect? Defect);

/// <summary>
/// Parses JSON as RFC 8259 writes it and RFC 7493 (I-JSON) recommends it: UTF-8 without byte order mark, no comments,
/// no trailing commas or data, no duplicate names, no lone surrogates, bounded depth.
/// </summary>
public static class StrictJson
{
    /// <summary>Parses a JSON text.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="limits">Limits; the default ones when null.</param>
    public static StrictJsonResult Parse(ReadOnlyMemory<byte> utf8, StrictJsonLimits? limits = null)
    {
        limits ??= StrictJsonLimits.Default;
        var options = new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false };
        if (Utf8.IsValid(utf8.Span) && !JsonScanner.NeedsScan(utf8.Span, limits))
        {
            try
            {
                return new(JsonElement.Parse(utf8.Span, options), null);
            }
            catch (JsonException)
            {
                // The scanner below says what it is, where, and in our words.
            }
        }

        return JsonScanner.FindDefect(utf8.Span, limits) is { } defect
            ? new(null, defect)
            : new(JsonElement.Parse(utf8.Span, options), null);
    }
}
