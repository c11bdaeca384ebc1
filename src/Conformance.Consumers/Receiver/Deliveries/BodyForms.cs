using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Consumers.Receiver.Deliveries;

/// <summary>Ways to write one event as bytes. All of them are the same JSON value, unless their name says otherwise.</summary>
internal static class BodyForms
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\r\n" };
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Without white space, as most senders write it.</summary>
    public static byte[] Plain(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Compact);

    /// <summary>Compressed by gzip.</summary>
    public static byte[] Compressed(JsonObject body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Plain(body));
        }

        return compressed.ToArray();
    }

    /// <summary>Indented, with carriage returns.</summary>
    public static byte[] WithWhiteSpace(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Indented);

    /// <summary>With a line feed after it, as files end.</summary>
    public static byte[] WithTrailingNewline(JsonObject body) => [.. Plain(body), (byte)'\n'];

    /// <summary>With spaces before and after it.</summary>
    public static byte[] WithSpacesAround(JsonObject body) => [(byte)' ', .. Plain(body), (byte)' '];

    /// <summary>With the fields of every object in the opposite order.</summary>
    public static byte[] InReversedOrder(JsonObject body) => Plain((JsonObject)Reversed(body)!);

    /// <summary>Whether the event has a text that may be any text.</summary>
    public static bool HasText(JsonObject body) => FreeText(body) is not null;

    /// <summary>Whether the event has a number with a fraction.</summary>
    public static bool HasFraction(JsonObject body) => Leaves(body).Any(IsFraction);

    /// <summary>With letters beyond ASCII, as they are.</summary>
    public static byte[] WithLetters(JsonObject body) => Plain(Lettered(body));

    /// <summary>With letters beyond ASCII, written as <c>\u00e9</c>, and escaped slashes.</summary>
    public static byte[] WithEscapes(JsonObject body) =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(Lettered(body), Escaping).Replace("/", "\\/", StringComparison.Ordinal)
        );

    /// <summary>With numbers as <c>10.50</c>, which a program that reads and writes them shortens.</summary>
    public static byte[] WithNumberForms(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        foreach (var leaf in Leaves(changed).Where(IsFraction))
        {
            leaf.ReplaceWith(JsonNode.Parse($"{leaf.Value.ToJsonString()}0")!);
        }

        return Plain(changed);
    }

    /// <summary>With fields that nobody declared, on both levels, one of them a number that doubles cannot hold.</summary>
    public static byte[] WithExtraFields(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        foreach (var target in changed.Select(p => p.Value).OfType<JsonObject>().Prepend(changed).ToArray())
        {
            target["x_conformance_extra"] = new JsonObject
            {
                ["exact"] = 9_007_199_254_740_993L,
                ["list"] = new JsonArray(),
            };
        }

        return Plain(changed);
    }

    /// <summary>Of a megabyte, by a field that nobody declared.</summary>
    public static byte[] Huge(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        changed["x_conformance_padding"] = new string('x', 1024 * 1024);
        return Plain(changed);
    }

    /// <summary>
    /// Changed in one byte, to valid JSON that says something else: the last letter or digit of the last text, which is
    /// never the event's id, for an effect would then be looked for under the wrong one.
    /// </summary>
    public static byte[] WithOneByteChanged(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        var leaf = Leaves(changed)
            .Last(l => l.Value.GetValueKind() is JsonValueKind.String && l.Value.GetValue<string>().Length > 0);
        var text = leaf.Value.GetValue<string>();
        leaf.ReplaceWith(JsonValue.Create(text[..^1] + (text[^1] == 'a' ? 'b' : 'a')));
        return Plain(changed);
    }

    private static JsonObject Lettered(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        FreeText(changed)?.ReplaceWith(JsonValue.Create("Zoë/Łódź/東京"));
        return changed;
    }

    // Neither an id nor a type nor a time, where there is such a text; never what says which event it is.
    private static JsonLeaf? FreeText(JsonObject body)
    {
        var texts = body.Select(p => p.Value)
            .OfType<JsonObject>()
            .SelectMany(inner => Leaves(inner))
            .Where(l => l.Value.GetValueKind() is JsonValueKind.String && !IsFixed(l.Name))
            .ToArray();
        return Array.Find(texts, l => !IsReference(l.Name)) ?? texts.FirstOrDefault();
    }

    private static bool IsFraction(JsonLeaf leaf) =>
        leaf.Value.GetValueKind() is JsonValueKind.Number
        && leaf.Value.ToJsonString() is var text
        && text.Contains('.', StringComparison.Ordinal)
        && !text.Contains('E', StringComparison.OrdinalIgnoreCase);

    private static bool IsFixed(string name) =>
        name.StartsWith("object", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("resource", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("type", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("status", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("at", StringComparison.OrdinalIgnoreCase)
        || name.Contains("time", StringComparison.OrdinalIgnoreCase)
        || name.Equals("id", StringComparison.OrdinalIgnoreCase);

    private static bool IsReference(string name) => name.EndsWith("id", StringComparison.OrdinalIgnoreCase);

    private static JsonNode? Reversed(JsonNode? node) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields.Reverse().Select(f => KeyValuePair.Create(f.Key, Reversed(f.Value)))
            ),
            JsonArray elements => new JsonArray([.. elements.Select(Reversed)]),
            _ => node?.DeepClone(),
        };

    private static ImmutableArray<JsonLeaf> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject fields =>
            [
                .. fields
                    .ToArray()
                    .SelectMany(f =>
                        f.Value is JsonValue value ? [new JsonLeaf(f.Key, value, changed => fields[f.Key] = changed)]
                        : f.Value is { } inner ? Leaves(inner)
                        : []
                    ),
            ],
            JsonArray elements => [.. elements.OfType<JsonObject>().SelectMany(e => Leaves(e))],
            _ => [],
        };

    private sealed record JsonLeaf(string Name, JsonValue Value, Action<JsonNode> ReplaceWith);
}
