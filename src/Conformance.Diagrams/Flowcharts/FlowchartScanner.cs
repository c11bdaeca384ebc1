using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>Takes the boxes and arrows of one line of a flowchart, from left to right.</summary>
internal sealed partial class FlowchartScanner(string line)
{
    // Longer marks before those that they begin with.
    private static readonly ImmutableArray<(string Open, string[] Close, FlowShape Shape)> Shapes =
    [
        ("(((", [")))"], FlowShape.Circle),
        ("((", ["))"], FlowShape.Circle),
        ("([", ["])"], FlowShape.Stadium),
        ("[[", ["]]"], FlowShape.Subroutine),
        ("[(", [")]"], FlowShape.Cylinder),
        ("[/", ["/]", "\\]"], FlowShape.Slanted),
        ("[\\", ["\\]", "/]"], FlowShape.Slanted),
        ("{{", ["}}"], FlowShape.Hexagon),
        ("[", ["]"], FlowShape.Rectangle),
        ("(", [")"], FlowShape.Rounded),
        ("{", ["}"], FlowShape.Diamond),
        (">", ["]"], FlowShape.Flag),
    ];

    private int at;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            return at == line.Length;
        }
    }

    /// <summary>Takes a sign, if it is next.</summary>
    public bool Take(char sign)
    {
        var isNext = !IsAtEnd && line[at] == sign;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes a box; its label is empty when only its id is written. Null when none is next.</summary>
    public FlowNode? Node()
    {
        if (IsAtEnd || Match(Id()) is not { } id)
        {
            return null;
        }

        var node = new FlowNode(id.Value, "", FlowShape.Rectangle, null);
        foreach (var (open, close, shape) in Shapes)
        {
            if (string.CompareOrdinal(line, at, open, 0, open.Length) == 0)
            {
                if (Until(at + open.Length, close) is not { } label)
                {
                    return null;
                }

                node = node with { Label = label.Length == 0 ? id.Value : label, Shape = shape };
                break;
            }
        }

        _ = Match(Class());
        return node;
    }

    /// <summary>Takes an arrow, without its ends; null when none is next.</summary>
    public FlowEdge? Arrow()
    {
        if (IsAtEnd || (Match(PlainArrow()) ?? Match(WordedArrow())) is not { } arrow)
        {
            return null;
        }

        var line = arrow.Groups["line"].Value;
        return new(
            "",
            "",
            Plain(arrow.Groups["text"].Value),
            line[0] is '~' ? null
                : line[0] is '=' ? Paint.Thick
                : line.Contains('.', StringComparison.Ordinal) ? Paint.Dashed
                : Paint.Line,
            Head(arrow.Groups["tail"].Value),
            Head(arrow.Groups["head"].Value)
        );
    }

    /// <summary>Words as they are shown: without quotes, marks of HTML, codes of characters.</summary>
    public static string Plain(string written)
    {
        var text = LineBreak().Replace(written.Trim().Trim('"').Trim('`'), "\n");
        return CharacterCode().Replace(Mark().Replace(text, ""), Character).Trim();
    }

    private static string Character(Match code) =>
        code.Groups["name"].Value switch
        {
            "quot" => "\"",
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            var number
                when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                    && value is > 31 and < 0xD800 => ((char)value).ToString(),
            _ => " ",
        };

    private static ArrowHead Head(string sign) =>
        sign switch
        {
            "<" or ">" => ArrowHead.Filled,
            "x" => ArrowHead.Cross,
            "o" => ArrowHead.Circle,
            _ => ArrowHead.None,
        };

    // Within quotes any sign may stand.
    private string? Until(int start, string[] close)
    {
        var isQuoted = start < line.Length && line[start] == '"';
        var from = isQuoted ? line.IndexOf('"', start + 1) : start;
        var found =
            from < 0
                ? []
                : close
                    .Select(c => (At: line.IndexOf(c, from, StringComparison.Ordinal), c.Length))
                    .Where(f => f.At >= 0)
                    .OrderBy(f => f.At)
                    .Take(1)
                    .ToList();
        if (found is not [var (end, length)])
        {
            return null;
        }

        at = end + length;
        return Plain(line[start..end]);
    }

    private Match? Match(Regex regex)
    {
        var match = regex.Match(line, at);
        if (!match.Success)
        {
            return null;
        }

        at += match.Length;
        return match;
    }

    [GeneratedRegex(@"\G[\p{L}\p{N}_]+([-./][\p{L}\p{N}_]+)*", Options, 10_000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\G:::[\w-]+", Options, 10_000)]
    private static partial Regex Class();

    [GeneratedRegex(
        @"\G(?<tail><|[xo](?=[-=]))?(?<line>--+(?=[-xo>])|==+(?=[=xo>])|-\.+-|~~~+)(?<head>>|[xo](?=\s|$|\|)|[-=])?\s*(\|(?<text>[^|]*)\|)?",
        Options,
        10_000
    )]
    private static partial Regex PlainArrow();

    [GeneratedRegex(
        @"\G(?<tail><|[xo](?=[-=]))?(?<line>--|==|-\.)\s*(?<text>[^-=.\s](.*?[^-=.\s])?)\s*(--+|==+|\.+-)(?<head>>|[xo](?=\s|$))?",
        Options,
        10_000
    )]
    private static partial Regex WordedArrow();

    [GeneratedRegex(@"<br\s*/?>|\\n", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>|fa[bsr]?:fa-[\w-]+", Options, 10_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"#(?<name>\d+|\w+);", Options, 10_000)]
    private static partial Regex CharacterCode();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
