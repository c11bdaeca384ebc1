using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>
/// Where everything of a flowchart stands. A group is laid out by itself and then stands as one box among those around it;
/// an arrow from within one group into another is led between the groups.
/// </summary>
internal sealed class FlowchartLayout
{
    private const double LayerGap = 34;
    private const double GroupPadding = 16;

    private readonly Flowchart chart;
    private readonly bool isAcross;
    private readonly Dictionary<string, Area> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<FlowEdge, ImmutableArray<Point>> stops = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string?> parents;

    private FlowchartLayout(Flowchart chart)
    {
        this.chart = chart;
        isAcross = chart.Direction is FlowDirection.Left or FlowDirection.Right;
        parents = chart
            .Nodes.Select(n => (n.Id, n.Group))
            .Concat(chart.Groups.Select(g => (g.Id, Group: g.Parent)))
            .DistinctBy(p => p.Id)
            .ToDictionary(p => p.Id, p => p.Group, StringComparer.Ordinal);
    }

    /// <summary>The places of nodes and groups, by their ids.</summary>
    public IReadOnlyDictionary<string, Area> Areas => areas;

    /// <summary>Where an arrow passes on its way, from its beginning to its end.</summary>
    public ImmutableArray<Point> StopsOf(FlowEdge edge) => stops.GetValueOrDefault(edge, []);

    /// <summary>Lays a flowchart out.</summary>
    public static FlowchartLayout Of(Flowchart chart)
    {
        var layout = new FlowchartLayout(chart);
        layout.LayOut(null);
        return layout;
    }

    // Places what is in a group around the origin, and gives the area that it takes.
    private Area LayOut(string? group)
    {
        var ids = parents.Where(p => p.Value == group).Select(p => p.Key).ToList();
        var sizes = ids.Select(SizeOf).ToList();
        var edges = chart
            .Edges.Select(e =>
                (Edge: e, From: ids.IndexOf(Within(e.From, group)), To: ids.IndexOf(Within(e.To, group)))
            )
            .Where(e => e.From >= 0 && e.To >= 0 && e.From != e.To)
            .ToList();
        var graph = LayeredGraph.Of(
            [.. sizes.Select(Sized)],
            [.. edges.Select(e => new LayoutLink(e.From, e.To, Sized(FlowLabels.Size(e.Edge))))]
        );
        var middles = Middles(graph);
        foreach (var (i, id) in ids.Index())
        {
            Put(id, Area.Around(middles[i], sizes[i].X, sizes[i].Y));
        }

        foreach (var (i, edge) in edges.Index())
        {
            stops[edge.Edge] = [.. graph.Stops[i].Select(s => middles[s])];
        }

        return ids.Select(id => areas[id])
            .Concat(
                edges.Where(e => e.Edge.Label.Length > 0).Select(e => FlowLabels.Place(e.Edge, stops[e.Edge], default))
            )
            .DefaultIfEmpty(Area.Around(default, 40, 20))
            .Aggregate((a, b) => a.With(b));
    }

    private ImmutableArray<Point> Middles(LayeredGraph graph)
    {
        var layers = LayerOrder.Of(graph);
        var along = LayerPlaces.Of(graph, layers);
        var depths = new double[layers.Length];
        var edge = 0.0;
        foreach (var (i, layer) in layers.Index())
        {
            var deepest = layer.Select(v => graph.Vertices[v].Size.Deep).DefaultIfEmpty(0).Max();
            depths[i] = edge + (deepest / 2);
            edge += deepest + LayerGap;
        }

        var sign = chart.Direction is FlowDirection.Left or FlowDirection.Up ? -1 : 1;
        return
        [
            .. graph
                .Vertices.Select((v, i) => new Point(along[i], sign * depths[v.Layer]))
                .Select(p => isAcross ? p.Turned : p),
        ];
    }

    // The item of a group that is this, or holds it; empty when none does.
    private string Within(string id, string? group)
    {
        var current = id;
        while (parents.TryGetValue(current, out var parent))
        {
            if (parent == group)
            {
                return current;
            }

            current = parent ?? "";
        }

        return "";
    }

    private Point SizeOf(string id)
    {
        if (chart.Nodes.FirstOrDefault(n => n.Id == id) is { } node)
        {
            return FlowShapes.Size(node);
        }

        var inside = LayOut(id);
        var title = FlowLabels.Title(chart.Groups.First(g => g.Id == id));
        areas[id] = new(
            inside.Left - GroupPadding,
            inside.Top - GroupPadding - Lettering.Height(title),
            Math.Max(inside.Width, Lettering.Width(title) * Lettering.Bold) + (2 * GroupPadding),
            inside.Height + (2 * GroupPadding) + Lettering.Height(title)
        );
        return new(areas[id].Width, areas[id].Height);
    }

    private LayoutSize Sized(Point size) => isAcross ? new(size.Y, size.X) : new(size.X, size.Y);

    // A group moves with all that is in it.
    private void Put(string id, Area area)
    {
        if (areas.TryGetValue(id, out var before))
        {
            var by = area.Middle - before.Middle;
            foreach (var inner in parents.Keys.Where(p => p != id && IsIn(p, id)))
            {
                areas[inner] = Moved(areas[inner], by);
            }

            foreach (var edge in stops.Keys.Where(e => IsIn(e.From, id) && IsIn(e.To, id)).ToList())
            {
                stops[edge] = [.. stops[edge].Select(p => p + by)];
            }
        }

        areas[id] = area;
    }

    private bool IsIn(string id, string group) =>
        parents.GetValueOrDefault(id) is { } parent && (parent == group || IsIn(parent, group));

    private static Area Moved(Area area, Point by) => area with { Left = area.Left + by.X, Top = area.Top + by.Y };
}
