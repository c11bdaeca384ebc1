using System.Text;
using System.Text.Json;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Html.Evidence;

/// <summary>
/// A body laid out to be read. JSON is broken into lines and is otherwise what was sent: numbers, escapes, the order of
/// members and members that occur twice stay as they are.
/// </summary>
internal sealed class PrettyBody
{
    private const int DeepestIndent = 20;
    private static readonly JsonReaderOptions Generous = new() { MaxDepth = 512 };

    private readonly Dictionary<string, int> lines;

    private PrettyBody(string text, Dictionary<string, int> lines) => (Text, this.lines) = (text, lines);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Lays a body out; one that is no JSON stays as it is.</summary>
    /// <param name="body">The body.</param>
    public static PrettyBody Of(string body)
    {
        if (body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return AsIs(body);
        }

        try
        {
            var layout = new Layout();
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), Generous);
            while (reader.Read())
            {
                layout.Add(ref reader);
            }

            return new(layout.Text, layout.Lines);
        }
        catch (JsonException)
        {
            return AsIs(body);
        }
    }

    /// <summary>A text that is not laid out.</summary>
    /// <param name="text">The text.</param>
    public static PrettyBody AsIs(string text) => new(text, []);

    /// <summary>The line of a place, from 1: its own, or that of the nearest place around it. Null when it is no JSON.</summary>
    /// <param name="path">The place, for example <c>$.items[0].price</c>.</param>
    public int? LineOf(string path)
    {
        for (var place = path; place.Length > 0; place = Outer(place))
        {
            if (lines.TryGetValue(place, out var line))
            {
                return line;
            }
        }

        return null;
    }

    private static string Outer(string path)
    {
        var end = path.AsSpan().LastIndexOfAny('.', '[');
        return end < 0 ? "" : path[..end];
    }

    private sealed class Layout
    {
        private readonly StringBuilder text = new();
        private readonly Stack<(string Path, bool IsArray, int Count)> open = new();
        private string? member;
        private int line = 1;

        public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

        public string Text => text.ToString();

        public void Add(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    BeginItem();
                    member = NameOf(ref reader);
                    text.Append('"').Append(Encoding.UTF8.GetString(reader.ValueSpan)).Append("\": ");
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var path = BeginValue();
                    var isArray = reader.TokenType is JsonTokenType.StartArray;
                    text.Append(isArray ? '[' : '{');
                    open.Push((path, isArray, 0));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var (_, wasArray, count) = open.Pop();
                    if (count > 0)
                    {
                        Break();
                    }

                    text.Append(wasArray ? ']' : '}');
                    break;
                default:
                    BeginValue();
                    var raw = Encoding.UTF8.GetString(reader.ValueSpan);
                    text.Append(reader.TokenType is JsonTokenType.String ? $"\"{raw}\"" : raw);
                    break;
            }
        }

        private string BeginValue()
        {
            var path = "$";
            if (open.TryPeek(out var parent))
            {
                path = parent.IsArray ? $"{parent.Path}[{parent.Count}]" : $"{parent.Path}.{member}";
                if (parent.IsArray)
                {
                    BeginItem();
                }
            }

            // Of members that occur twice, the last one counts for most readers.
            Lines[path] = line;
            return path;
        }

        private void BeginItem()
        {
            var parent = open.Pop();
            if (parent.Count > 0)
            {
                text.Append(',');
            }

            open.Push(parent with { Count = parent.Count + 1 });
            Break();
        }

        private void Break()
        {
            text.Append('\n').Append(' ', 2 * Math.Min(open.Count, DeepestIndent));
            line++;
        }

        private static string NameOf(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                // A name with half a character is JSON by the grammar, and no text.
                return "";
            }
        }
    }
}
