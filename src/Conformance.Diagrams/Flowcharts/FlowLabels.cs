using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>The words on arrows and groups.</summary>
internal static class FlowLabels
{
    private const double Widest = 170;
    private const double WidestTitle = 260;

    /// <summary>The lines on an arrow.</summary>
    public static ImmutableArray<string> Lines(FlowEdge edge) => Lettering.Wrap(edge.Label, Widest);

    /// <summary>The lines of a group's title.</summary>
    public static ImmutableArray<string> Title(FlowGroup group) => Lettering.Wrap(group.Title, WidestTitle);

    /// <summary>The room that the words on an arrow take; none when it has none.</summary>
    public static Point Size(FlowEdge edge) =>
        Lines(edge) is { IsEmpty: false } lines ? new(Lettering.Width(lines) + 8, Lettering.Height(lines)) : default;

    /// <summary>Where the words on an arrow stand: on its middle stop, or in the middle between its ends.</summary>
    public static Area Place(FlowEdge edge, ImmutableArray<Point> stops, Point between)
    {
        var size = Size(edge);
        return Area.Around(stops.IsEmpty ? between : stops[(stops.Length - 1) / 2], size.X, size.Y);
    }
}
