using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Trees of texts, and texts of trees.</summary>
internal static class TreeText
{
    private const int MostLevels = 60;
    private const int MostOpenings = 500;

    /// <summary>The tree of a YAML or JSON text; null when it has none.</summary>
    public static YamlDocument? Parse(string text)
    {
        // The library's own reader calls itself for each level.
        if (Openings(text) > MostOpenings)
        {
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : stream.Documents[0];
        }
        catch (Exception e) when (e is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a tree; null when it cannot be written.</summary>
    public static string? Write(YamlDocument document, bool asJson)
    {
        try
        {
            return asJson ? Json(document.RootNode) : Yaml(document);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static int Openings(string text)
    {
        var (most, now) = (0, 0);
        foreach (var c in text)
        {
            now =
                c is '[' or '{' or '-' or '?' ? now + 1
                : c is ']' or '}' or '\n' ? 0
                : now;
            most = Math.Max(most, now);
        }

        return most;
    }

    private static string Yaml(YamlDocument document)
    {
        var text = new StringWriter();
        new YamlStream(document).Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static string Json(YamlNode root)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, root, 0);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, YamlNode node, int level)
    {
        switch (node)
        {
            case YamlMappingNode mapping when level < MostLevels:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    writer.WritePropertyName((key as YamlScalarNode)?.Value ?? "");
                    Write(writer, value, level + 1);
                }

                writer.WriteEndObject();
                break;
            case YamlSequenceNode sequence when level < MostLevels:
                writer.WriteStartArray();
                foreach (var item in sequence.Children)
                {
                    Write(writer, item, level + 1);
                }

                writer.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: { } text } when IsLiteral(text):
                writer.WriteRawValue(text, skipInputValidation: true);
                break;
            default:
                writer.WriteStringValue((node as YamlScalarNode)?.Value);
                break;
        }
    }

    // What only looks like a number is left as it is now and then: readers must take that too.
    private static bool IsLiteral(string text) =>
        text is "true" or "false" or "null" || (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '-'));
}
