using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Documents;

/// <summary>
/// Composes GitHub-flavoured Markdown. Whatever comes from a specification is escaped: a description cannot become a
/// heading, a link, a table cell or HTML.
/// </summary>
internal sealed class MarkdownText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly StringBuilder text = new();
    private readonly int[] numbers = new int[4];

    /// <summary>A heading with its number: level 1 is a section ("3."), level 2 a part of it ("3.1").</summary>
    public void Heading(int level, string title)
    {
        numbers[level]++;
        Array.Clear(numbers, level + 1, numbers.Length - level - 1);
        var number = string.Join('.', numbers[1..(level + 1)].Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Block($"{new string('#', level + 1)} {number}{(level == 1 ? "." : "")} {Inline(title)}");
    }

    /// <summary>The title of the document.</summary>
    public void Title(string title) => Block($"# {Inline(title)}");

    /// <summary>A small heading without a number.</summary>
    public void Label(string title) => Block($"#### {Inline(title)}");

    /// <summary>A paragraph of a user's words; nothing when there are none.</summary>
    public void Paragraph(string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            Block(string.Join("\n\n", Paragraphs(words).Select(Inline)));
        }
    }

    /// <summary>A block that is Markdown already.</summary>
    public void Block(string markdown) => text.Append(markdown).Append("\n\n");

    /// <summary>A list of a user's words; nothing when it is empty.</summary>
    public void List(IEnumerable<string> items, bool isNumbered = false)
    {
        var lines = items.Select((item, i) => isNumbered ? $"{i + 1}. {Inline(item)}" : $"- {Inline(item)}").ToList();
        if (lines.Count > 0)
        {
            Block(string.Join('\n', lines));
        }
    }

    /// <summary>A table whose cells are Markdown already; nothing when it has no rows. Columns that are empty in every row are left out.</summary>
    public void Table(IReadOnlyList<string> heads, IReadOnlyCollection<IReadOnlyList<string?>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var kept = Enumerable
            .Range(0, heads.Count)
            .Where(i => i == 0 || rows.Any(r => !string.IsNullOrEmpty(r[i])))
            .ToList();
        text.Append("| ").AppendJoin(" | ", kept.Select(i => heads[i])).Append(" |\n");
        text.Append('|').AppendJoin('|', kept.Select(_ => "---")).Append("|\n");
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", kept.Select(i => row[i] ?? "")).Append(" |\n");
        }

        text.Append('\n');
    }

    /// <summary>A block of code.</summary>
    public void Code(string language, string code)
    {
        // A fence must be longer than any run of back ticks within.
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        Block($"{fence}{language}\n{code.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}");
    }

    /// <summary>A JSON value as a block of code.</summary>
    public void Json(JsonElement value) => Code("json", JsonSerializer.Serialize(value, Indented));

    /// <summary>A user's words within a line or a table cell.</summary>
    public static string Inline(string? words)
    {
        if (string.IsNullOrEmpty(words))
        {
            return "";
        }

        var escaped = new StringBuilder(words.Length + 8);
        foreach (var c in string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '!' or '$')
            {
                escaped.Append('\\');
            }

            escaped.Append(
                c switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    _ => c.ToString(),
                }
            );
        }

        // At the start of a line these begin a list.
        return escaped.Length > 0 && escaped[0] is '-' or '+' ? "\\" + escaped : escaped.ToString();
    }

    /// <summary>A name, value or expression in the font of code; nothing for null.</summary>
    public static string Value(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var line = value.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        var ticks = new string('`', LongestRun(line) + 1);
        return ticks.Length == 1 ? $"`{line}`" : $"{ticks} {line} {ticks}";
    }

    /// <inheritdoc />
    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";

    private static IEnumerable<string> Paragraphs(string words) =>
        words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    private static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
