using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Reading;

/// <summary>Reads JSON into a located tree. A YAML reader would do for most documents, but takes tabs and long keys amiss.</summary>
internal ref struct JsonTreeReader
{
    private const int MaxDepth = 256;

    private readonly string file;
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;
    private int line = 1;
    private int lineStart;
    private int counted;

    private JsonTreeReader(string file, ReadOnlySpan<byte> bytes)
    {
        this.file = file;
        this.bytes = bytes;
        reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions
            {
                MaxDepth = MaxDepth,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            }
        );
    }

    /// <summary>The root; null with a finding when the text is no JSON.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var tree = new JsonTreeReader(source.Name, Encoding.UTF8.GetBytes(source.Text));
        try
        {
            tree.reader.Read();
            var root = tree.Node(YamlPath.Root);
            tree.reader.Read();
            return root;
        }
        catch (JsonException failure)
        {
            var at = (int)(failure.LineNumber ?? 0) + 1;
            diagnostics.Report(
                LoaderRules.Syntax,
                new SourceLocation(source.Name, at, 1, at, 1, ""),
                $"the text is not JSON: {failure.Message.Split(" LineNumber:")[0].TrimEnd('.')}",
                "JSON, or YAML in a file that ends in .yaml"
            );
            return null;
        }
    }

    private YamlNode Node(YamlPath path)
    {
        var start = Place();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Mapping(path, start),
            JsonTokenType.StartArray => Sequence(path, start),
            JsonTokenType.String => Scalar(reader.GetString()!, false, path, start),
            _ => Scalar(Encoding.UTF8.GetString(reader.ValueSpan), true, path, start),
        };
    }

    private YamlMapping Mapping(YamlPath path, (int Line, int Column) start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var at = path.Key(name);
            var key = Scalar(name, false, at, Place());
            reader.Read();
            var entry = new YamlEntry(key, Node(at));
            // Of two equal names the last counts, as everywhere in JSON.
            if (places.TryAdd(name, entries.Count))
            {
                entries.Add(entry);
            }
            else
            {
                entries[places[name]] = entry;
            }
        }

        return new YamlMapping(entries.ToImmutable(), true, file, path, Span(start));
    }

    private YamlSequence Sequence(YamlPath path, (int Line, int Column) start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Node(path.Item(items.Count)));
        }

        return new YamlSequence(items.ToImmutable(), file, path, Span(start));
    }

    private YamlScalar Scalar(string text, bool isPlain, YamlPath path, (int Line, int Column) start) =>
        new(text, isPlain, file, path, Span(start));

    /// <summary>Up to the end of the line: an object of many lines is shown by its first.</summary>
    private readonly YamlSpan Span((int Line, int Column) start) =>
        start.Line == line
            ? new YamlSpan(start.Line, start.Column, line, Column((int)reader.BytesConsumed))
            : new YamlSpan(start.Line, start.Column, start.Line, start.Column + 1);

    private (int Line, int Column) Place()
    {
        var at = (int)reader.TokenStartIndex;
        for (var next = Next(at); next >= 0; next = Next(at))
        {
            counted += next + 1;
            lineStart = counted;
            line++;
        }

        counted = at;
        return (line, Column(at));
    }

    private readonly int Next(int at) => bytes[counted..at].IndexOf((byte)'\n');

    private readonly int Column(int at) => Encoding.UTF8.GetCharCount(bytes[lineStart..at]) + 1;
}
