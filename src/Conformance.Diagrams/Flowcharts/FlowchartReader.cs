using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>
/// Reads a mermaid <c>flowchart</c>: boxes of the common shapes, arrows with words, chains, lists, groups. Colours, classes
/// and links are passed over; any other line makes the whole not understood.
/// </summary>
internal sealed partial class FlowchartReader
{
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal,
        "classDef",
        "class",
        "style",
        "linkStyle",
        "click",
        "direction",
        "accTitle",
        "accDescr"
    );

    private readonly OrderedDictionary<string, FlowNode> nodes = new(StringComparer.Ordinal);
    private readonly List<FlowEdge> edges = [];
    private readonly List<FlowGroup> groups = [];
    private readonly Stack<string> open = new();
    private FlowDirection? direction;

    private FlowchartReader() { }

    /// <summary>Reads a flowchart; null when it is none, or has a line that is not understood.</summary>
    public static Flowchart? Read(string mermaid)
    {
        var reader = new FlowchartReader();
        foreach (var line in Lines(mermaid))
        {
            if (!reader.Take(line))
            {
                return null;
            }
        }

        return reader is { direction: { } direction, open.Count: 0, nodes.Count: > 0 }
            ? reader.Result(direction)
            : null;
    }

    // A group can be named by an arrow before it begins.
    private Flowchart Result(FlowDirection direction)
    {
        var named = groups.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        return new(direction, [.. nodes.Values.Where(n => !named.Contains(n.Id))], [.. edges], [.. groups]);
    }

    private static IEnumerable<string> Lines(string mermaid)
    {
        var lines = mermaid.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToList();
        var begin = lines.FindIndex(l => l.Length > 0);
        if (begin >= 0 && lines[begin] == "---")
        {
            lines.RemoveRange(0, lines.FindIndex(begin + 1, l => l == "---") + 1);
        }

        return lines.Where(l =>
            l.Length > 0
            && !l.StartsWith("%%", StringComparison.Ordinal)
            && !l.StartsWith("```", StringComparison.Ordinal)
        );
    }

    private bool Take(string line)
    {
        if (direction is null)
        {
            return Heading().Match(line) is { Success: true } heading && Begin(heading);
        }

        if (Group().Match(line) is { Success: true } group)
        {
            return Begin(group.Groups["id"].Value, group.Groups["title"].Value);
        }

        return End().IsMatch(line)
            ? open.TryPop(out _)
            : Silent.Contains(line.Split(' ', ':', ';')[0]) || Chains(new FlowchartScanner(line));
    }

    private bool Begin(Match heading)
    {
        direction = heading.Groups["way"].Value switch
        {
            "LR" => FlowDirection.Right,
            "RL" => FlowDirection.Left,
            "BT" => FlowDirection.Up,
            _ => FlowDirection.Down,
        };
        return heading.Groups["rest"].Value is not { Length: > 0 } rest || Chains(new FlowchartScanner(rest));
    }

    private bool Begin(string id, string title)
    {
        var name = FlowchartScanner.Plain(id);
        groups.Add(new(name, title.Length == 0 ? name : FlowchartScanner.Plain(title), open.FirstOrDefault()));
        open.Push(name);
        return true;
    }

    private bool Chains(FlowchartScanner scanner)
    {
        while (!scanner.IsAtEnd)
        {
            if (!Chain(scanner) || (!scanner.IsAtEnd && !scanner.Take(';')))
            {
                return false;
            }
        }

        return true;
    }

    private bool Chain(FlowchartScanner scanner)
    {
        if (NodeList(scanner) is not { } from)
        {
            return false;
        }

        while (scanner.Arrow() is { } arrow)
        {
            if (NodeList(scanner) is not { } to)
            {
                return false;
            }

            edges.AddRange(from.SelectMany(f => to.Select(t => arrow with { From = f, To = t })));
            from = to;
        }

        return true;
    }

    private List<string>? NodeList(FlowchartScanner scanner)
    {
        var ids = new List<string>();
        do
        {
            if (scanner.Node() is not { } node)
            {
                return null;
            }

            ids.Add(node.Id);
            Appear(node);
        } while (scanner.Take('&'));

        return ids;
    }

    // What is written last of its words and its shape counts; it belongs to the first group that names it.
    private void Appear(FlowNode node)
    {
        var known = nodes.GetValueOrDefault(node.Id);
        var group = known?.Group ?? open.FirstOrDefault();
        nodes[node.Id] = (node.Label.Length > 0 ? node : known ?? node with { Label = node.Id }) with { Group = group };
    }

    [GeneratedRegex(@"^(flowchart|graph)(-elk)?(\s+(?<way>TB|TD|BT|LR|RL))?\s*(;\s*(?<rest>.*))?$", Options, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^subgraph\s+(?<id>""[^""]*""|[^\[""]+?)\s*(\[(?<title>.*)\])?\s*;?$", Options, 10_000)]
    private static partial Regex Group();

    [GeneratedRegex(@"^end\s*;?$", Options, 10_000)]
    private static partial Regex End();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
