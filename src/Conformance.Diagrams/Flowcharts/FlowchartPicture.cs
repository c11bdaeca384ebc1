using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>A flowchart as a picture.</summary>
internal sealed class FlowchartPicture
{
    private readonly Flowchart chart;
    private readonly FlowchartLayout layout;
    private readonly SvgCanvas canvas = new();

    private FlowchartPicture(Flowchart chart)
    {
        this.chart = chart;
        layout = FlowchartLayout.Of(chart);
    }

    /// <summary>Draws a diagram; null when it is none, or has a line that is not understood.</summary>
    public static string? Draw(string mermaid, string id, string title)
    {
        if (FlowchartReader.Read(mermaid) is not { } chart)
        {
            return null;
        }

        var picture = new FlowchartPicture(chart);
        picture.Draw();
        return picture.canvas.Complete(id, title, Words(chart));
    }

    private void Draw()
    {
        foreach (var group in chart.Groups)
        {
            var area = layout.Areas[group.Id];
            canvas.Box(Depth.Ground, area, Paint.Ground, 5);
            canvas.Words(Depth.Words, new(area.Middle.X, area.Top + 5), FlowLabels.Title(group), isBold: true);
        }

        foreach (var node in chart.Nodes)
        {
            FlowShapes.Draw(canvas, node, layout.Areas[node.Id]);
        }

        foreach (var edge in chart.Edges.Where(e => e.Line is not null))
        {
            Draw(edge);
        }
    }

    private void Draw(FlowEdge edge)
    {
        var (from, to) = (layout.Areas[edge.From], layout.Areas[edge.To]);
        var stops = layout.StopsOf(edge);
        var isAcross = chart.Direction is FlowDirection.Left or FlowDirection.Right;
        var way = edge.From == edge.To ? FlowWay.ToItself(from) : FlowWay.Between(from, to, stops, isAcross);
        canvas.Path(Depth.Line, edge.Line!, way.Bounds, way.Path);
        ArrowHeads.Draw(canvas, way.Begin, way.Begin + way.Leaves, edge.Tail);
        ArrowHeads.Draw(canvas, way.End, way.End + way.Arrives, edge.Head);
        if (edge.Label.Length > 0)
        {
            var area = FlowLabels.Place(edge, stops, way.Middle);
            canvas.Box(Depth.Box, area, Paint.Paper, 0);
            canvas.Words(Depth.Words, new(area.Middle.X, area.Top), FlowLabels.Lines(edge));
        }
    }

    private static string Words(Flowchart chart)
    {
        var names = chart
            .Nodes.Select(n => (n.Id, Name: n.Label))
            .Concat(chart.Groups.Select(g => (g.Id, Name: g.Title)))
            .DistinctBy(n => n.Id)
            .ToDictionary(n => n.Id, n => n.Name.Replace('\n', ' '), StringComparer.Ordinal);
        return string.Join(
            ' ',
            chart
                .Edges.Where(e => e.Line is not null)
                .Select(e => $"{names[e.From]} to {names[e.To]}{(e.Label.Length == 0 ? "" : $": {e.Label}")}.")
                .DefaultIfEmpty(string.Join(", ", names.Values) + ".")
        );
    }
}
