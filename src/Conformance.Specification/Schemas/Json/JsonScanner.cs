using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Finds the first thing that is wrong with a JSON text. Slower than parsing, and run only when needed.</summary>
internal ref struct JsonScanner
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789eE"u8);
    private static readonly SearchValues<byte> Insignificant = SearchValues.Create(" \t\r\n,:"u8);

    private readonly ReadOnlySpan<byte> utf8;
    private readonly StrictJsonLimits limits;
    private readonly JsonPath path = new();
    private readonly Stack<HashSet<string>> names = new();

    private JsonScanner(ReadOnlySpan<byte> utf8, StrictJsonLimits limits)
    {
        this.utf8 = utf8;
        this.limits = limits;
    }

    /// <summary>Whether the text may hold something that the platform's parser lets through: an escaped surrogate or
    /// an over-long number.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="limits">The limits.</param>
    public static bool NeedsScan(ReadOnlySpan<byte> utf8, StrictJsonLimits limits) =>
        utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0 || HasLongNumber(utf8, limits.MaxNumberLength);

    /// <summary>The first defect; null when there is none.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="limits">The limits.</param>
    public static JsonDefect? FindDefect(ReadOnlySpan<byte> utf8, StrictJsonLimits limits) =>
        new JsonScanner(utf8, limits).Scan();

    // Looks at every n-th byte only: a run of n digits cannot hide between them.
    private static bool HasLongNumber(ReadOnlySpan<byte> utf8, int limit)
    {
        for (var i = limit; i < utf8.Length; i += limit)
        {
            if (NumberBytes.Contains(utf8[i]) && LengthOfNumberAround(utf8, i) > limit)
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOfNumberAround(ReadOnlySpan<byte> utf8, int index)
    {
        var before = utf8[..index].LastIndexOfAnyExcept(NumberBytes);
        var after = utf8[index..].IndexOfAnyExcept(NumberBytes);
        return (after < 0 ? utf8.Length : index + after) - before - 1;
    }

    private readonly JsonDefect? Scan()
    {
        if (EncodingDefect() is { } defect)
        {
            return defect;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (DefectOf(ref reader) is { } message)
                {
                    return At((int)reader.TokenStartIndex, message);
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return SyntaxDefect((int)reader.BytesConsumed);
        }
    }

    private readonly string? DefectOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                names.Push([]);
                path.Enter(isArray: false);
                return null;
            case JsonTokenType.StartArray:
                path.Enter(isArray: true);
                return null;
            case JsonTokenType.EndObject:
                names.Pop();
                path.Leave();
                return null;
            case JsonTokenType.EndArray:
                path.Leave();
                return null;
            case JsonTokenType.PropertyName:
                return NameDefect(ref reader);
            default:
                path.Value();
                return ValueDefect(ref reader);
        }
    }

    private readonly string? NameDefect(ref Utf8JsonReader reader)
    {
        if (JsonText.TryRead(ref reader) is not { } name)
        {
            return "a name holds half of a surrogate pair";
        }

        path.Name(name);
        return names.Peek().Add(name) ? null : $"the name '{JsonText.Shorten(name)}' occurs twice in one object";
    }

    private readonly string? ValueDefect(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String when JsonText.TryRead(ref reader) is null => "a string holds half of a surrogate pair",
            JsonTokenType.Number when reader.ValueSpan.Length > limits.MaxNumberLength => string.Create(
                CultureInfo.InvariantCulture,
                $"a number has {reader.ValueSpan.Length} characters; at most {limits.MaxNumberLength} are read"
            ),
            _ => null,
        };

    private readonly JsonDefect? EncodingDefect()
    {
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return At(0, utf8.IsEmpty ? "the body is empty" : "the body holds nothing but spaces");
        }

        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return At(0, "the text starts with a byte order mark, which JSON does not allow");
        }

        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || utf8.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return At(0, "the text is UTF-16; JSON is UTF-8");
        }

        return Utf8.IsValid(utf8) ? null : At(FirstInvalidByte(), "this byte is not UTF-8");
    }

    private readonly int FirstInvalidByte()
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out var length) == OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    private readonly JsonDefect SyntaxDefect(int consumed)
    {
        var next = utf8[consumed..].IndexOfAnyExcept(Insignificant);
        var offset = next < 0 ? utf8.Length : consumed + next;
        if (path.Depth >= limits.MaxDepth && offset < utf8.Length && utf8[offset] is (byte)'[' or (byte)'{')
        {
            return At(
                offset,
                string.Create(CultureInfo.InvariantCulture, $"values are nested deeper than {limits.MaxDepth} levels")
            );
        }

        return path.IsComplete
            ? At(offset, "something follows after the JSON value")
            : At(offset, JsonSyntax.Explain(utf8, offset));
    }

    private readonly JsonDefect At(int offset, string message)
    {
        var (line, column) = JsonPosition.Of(utf8, offset);
        return new JsonDefect(message, offset, line, column, path.ToString());
    }
}
