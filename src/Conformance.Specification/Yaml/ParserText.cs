using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Conformance.Specification.Yaml;

/// <summary>
/// A text as the parser is to see it. What the parser would misunderstand is hidden: replaced by private characters that
/// the text does not use, one for one, so that the places in it stay those of the text.
/// </summary>
/// <remarks>
/// YAML 1.2, section 5.4: lines break at LF and CR only, as in every editor. The parser breaks them at NEL, LS and PS too,
/// as YAML 1.1 did; texts that are copied from web pages have such characters.
/// </remarks>
internal sealed class ParserText
{
    private const string Breaks = "\u0085\u2028\u2029";
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    private readonly string source;
    private readonly string hidden;
    private readonly string stands;
    private readonly Lazy<(int Line, int Column)> end;

    private ParserText(string source, string text, string hidden, string stands)
    {
        this.source = source;
        this.hidden = hidden;
        this.stands = stands;
        Text = text;
        end = new(End);
    }

    /// <summary>What the parser reads.</summary>
    public string Text { get; }

    /// <param name="source">The text of the file.</param>
    /// <param name="backslashes">Where it has a backslash that is meant literally, and would not be read so.</param>
    public static ParserText Of(string source, ImmutableArray<int> backslashes)
    {
        var hidden = Breaks.Where(source.Contains).Concat(backslashes.IsEmpty ? "" : "\\").ToArray();
        if (hidden.Length == 0)
        {
            return new(source, source, "", "");
        }

        var stands = Unused(source).Take(hidden.Length).ToArray();
        if (stands.Length < hidden.Length)
        {
            // A text that uses every private character there is.
            return new(source, source, "", "");
        }

        var text = source.ToCharArray();
        foreach (var (from, to) in hidden.Zip(stands).Where(pair => pair.First != '\\'))
        {
            text.AsSpan().Replace(from, to);
        }

        foreach (var index in backslashes)
        {
            text[index] = stands[^1];
        }

        return new(source, new(text), new(hidden), new(stands));
    }

    /// <summary>What stands in the file where the parser read this.</summary>
    public string Restore(string read)
    {
        for (var i = 0; i < hidden.Length; i++)
        {
            read = read.Replace(stands[i], hidden[i]);
        }

        return read;
    }

    /// <summary>The place in the file; the parser finds the end of a text without a last line break on a line after it.</summary>
    public YamlSpan Span(Mark start, Mark end)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(end);
        return new(line, column, endLine, endColumn);
    }

    /// <summary>Where the first line of a block stands whose mark is there.</summary>
    /// <param name="mark">The <c>|</c>.</param>
    /// <param name="text">What the block says: its lines without their common indentation.</param>
    public (int Line, int Column) Block(Mark mark, string text)
    {
        var rest = source.AsSpan((int)mark.Index);
        var body = rest[(rest.IndexOfAny('\r', '\n') + 1)..];
        return ((int)mark.Line + 1, Math.Max(0, Indentation(body) - Indentation(text)) + 1);
    }

    /// <summary>The spaces before the first line that has anything else on it.</summary>
    private static int Indentation(ReadOnlySpan<char> lines)
    {
        var first = Math.Max(0, lines.IndexOfAnyExcept(" \r\n"));
        return first - (lines[..first].LastIndexOfAny('\r', '\n') + 1);
    }

    private (int Line, int Column) Place(Mark mark) =>
        mark.Index >= source.Length ? end.Value : ((int)mark.Line, (int)mark.Column);

    private (int Line, int Column) End()
    {
        var starts = SourceText.LineStarts(source);
        return (starts.Count, source.Length - starts[^1] + 1);
    }

    private static IEnumerable<char> Unused(string source)
    {
        var used = source.Where(c => c is >= FirstPrivate and <= LastPrivate).ToHashSet();
        return Enumerable
            .Range(FirstPrivate, LastPrivate - FirstPrivate + 1)
            .Select(c => (char)c)
            .Where(c => !used.Contains(c));
    }
}
