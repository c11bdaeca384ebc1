using System.Text.Json;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Phrases;

/// <summary>The parts that payload and step phrases have in common: lists joined by "and", and values.</summary>
internal static class PhraseParts
{
    /// <summary>Splits at "and" and at commas, outside quotes and brackets.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        foreach (var (index, length) in Separators(text))
        {
            yield return text[start..index].Trim();
            start = index + length;
        }

        yield return text[start..].Trim();
    }

    /// <summary>A value as the core schema of YAML reads it: number, truth value, null, JSON, or a text.</summary>
    public static JsonElement? Value(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 1 && trimmed[0] == '\'' && trimmed[^1] == '\'')
        {
            return YamlJson.Text(trimmed[1..^1].Replace("''", "'", StringComparison.Ordinal));
        }

        if (trimmed.Length == 0)
        {
            return null;
        }

        return trimmed[0] is '"' or '[' or '{' ? Json(trimmed)
            : trimmed is "null" or "~" ? Json("null")
            : CoreSchema.Boolean(trimmed) is { } boolean ? Json(boolean ? "true" : "false")
            : CoreSchema.JsonNumber(trimmed) is { } number ? Json(number)
            : YamlJson.Text(trimmed);
    }

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(int Index, int Length)> Separators(string text)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' || (c is '\'' && (i == 0 || text[i - 1] is ' ' or ':' or '=')))
            {
                quote = c;
            }
            else if (c is '[' or '{' or '(')
            {
                depth++;
            }
            else if (c is ']' or '}' or ')')
            {
                depth--;
            }
            else if (depth == 0 && Separator(text, i) is > 0 and var length)
            {
                yield return (i, length);
                i += length - 1;
            }
        }
    }

    private static int Separator(string text, int index) =>
        text[index] == ',' && index + 1 < text.Length && text[index + 1] == ' ' ? 2
        : string.CompareOrdinal(text, index, " and ", 0, 5) == 0 ? 5
        : 0;
}
