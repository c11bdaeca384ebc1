using System.Globalization;
using System.Text.Json;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// A place in a JSON body in the specification's notation: <c>order.items[0].quantity</c>; <c>[]</c> means every
/// element.
/// </summary>
internal static class FieldPath
{
    /// <summary>The values at a path; empty when the path leads nowhere.</summary>
    /// <param name="root">The body.</param>
    /// <param name="path">The path; empty for the body itself.</param>
    public static IReadOnlyList<JsonElement> Select(JsonElement root, string path)
    {
        var found = new List<JsonElement>();
        Walk(root, path, found);
        return found;
    }

    /// <summary>The single value at a path, or null.</summary>
    /// <param name="root">The body.</param>
    /// <param name="path">The path.</param>
    public static JsonElement? Find(JsonElement root, string path) =>
        Select(root, path) is [var first, ..] ? first : null;

    /// <summary>The text at a path; null when there is no string there.</summary>
    /// <param name="root">The body.</param>
    /// <param name="path">The path.</param>
    public static string? FindText(JsonElement? root, string? path) =>
        root is { } body && path is not null && Find(body, path) is { } value ? TextOf(value) : null;

    /// <summary>The text of a JSON string; null for other values and for strings that are no Unicode text.</summary>
    /// <param name="value">The value.</param>
    public static string? TextOf(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape ("\ud800") is JSON by the grammar but no text.
            return null;
        }
    }

    /// <summary>Whether a path leads to a value; for <c>[]</c>, in every element.</summary>
    /// <param name="root">The body.</param>
    /// <param name="path">The path.</param>
    public static bool Exists(JsonElement root, string path)
    {
        if (path.Length == 0)
        {
            return true;
        }

        var (name, rest) = Split(root, path);
        if (name is "[]")
        {
            return root.ValueKind is JsonValueKind.Array && root.EnumerateArray().All(e => Exists(e, rest));
        }

        return Step(root, name) is { } next && Exists(next, rest);
    }

    /// <summary>The path as a JSON path from the root: <c>$.items[0].quantity</c>.</summary>
    /// <param name="path">The path.</param>
    public static string Display(string path) =>
        path.Length == 0 ? "$"
        : path[0] == '[' ? $"${path}"
        : $"$.{path}";

    /// <summary>The path without array positions: <c>items[3].price</c> becomes <c>items[].price</c>.</summary>
    /// <param name="path">The path, or a text that contains one.</param>
    public static string WithoutIndices(string path)
    {
        var result = new System.Text.StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            result.Append(path[i]);
            if (path[i] == '[')
            {
                var end = i + 1;
                while (end < path.Length && char.IsAsciiDigit(path[end]))
                {
                    end++;
                }

                i = end < path.Length && path[end] == ']' ? end - 1 : i;
            }
        }

        return result.ToString();
    }

    private static void Walk(JsonElement at, string path, List<JsonElement> found)
    {
        if (path.Length == 0)
        {
            found.Add(at);
            return;
        }

        var (name, rest) = Split(at, path);
        if (name is "[]" && at.ValueKind is JsonValueKind.Array)
        {
            foreach (var element in at.EnumerateArray())
            {
                Walk(element, rest, found);
            }
        }
        else if (name is not "[]" && Step(at, name) is { } next)
        {
            Walk(next, rest, found);
        }
    }

    // A property may itself be called "a.b": the longest name that exists wins.
    private static (string Name, string After) Split(JsonElement at, string path)
    {
        if (at.ValueKind is JsonValueKind.Object && at.TryGetProperty(path, out _))
        {
            return (path, "");
        }

        var start = path.StartsWith("[*]", StringComparison.Ordinal)
            ? path.Replace("[*]", "[]", StringComparison.Ordinal)
            : path;
        if (start.StartsWith('['))
        {
            var close = start.IndexOf(']', StringComparison.Ordinal);
            return close < 0 ? (start, "") : (start[..(close + 1)], start[(close + 1)..].TrimStart('.'));
        }

        var end = start.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? (start, "") : (start[..end], start[end..].TrimStart('.'));
    }

    private static JsonElement? Step(JsonElement at, string name)
    {
        if (name.StartsWith('[') && name.EndsWith(']') && at.ValueKind is JsonValueKind.Array)
        {
            return
                int.TryParse(
                    name.AsSpan(1, name.Length - 2),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var i
                )
                && i < at.GetArrayLength()
                ? at[i]
                : null;
        }

        return at.ValueKind is JsonValueKind.Object && at.TryGetProperty(name, out var value) ? value : null;
    }
}
