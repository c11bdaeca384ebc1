using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>The way of an arrow: a smooth line that leaves and enters boxes in the middle of a side.</summary>
/// <param name="Path">The line in the words of SVG.</param>
/// <param name="Bounds">What holds it.</param>
/// <param name="Begin">Where it begins.</param>
/// <param name="Leaves">Which way it leaves there, of length one.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Arrives">Which way it came from there, of length one.</param>
internal sealed record FlowWay(string Path, Area Bounds, Point Begin, Point Leaves, Point End, Point Arrives)
{
    private const double LeastBend = 10;

    /// <summary>In the middle between its ends.</summary>
    public Point Middle => (Begin + End) * 0.5;

    /// <summary>From a box to another over some stops.</summary>
    /// <param name="from">The box it begins at.</param>
    /// <param name="to">The box it ends at.</param>
    /// <param name="stops">Where it passes.</param>
    /// <param name="isAcross">Whether the chart goes sideways, so that arrows leave boxes at their left and right sides.</param>
    public static FlowWay Between(Area from, Area to, ImmutableArray<Point> stops, bool isAcross)
    {
        var first = stops.IsEmpty ? to : Area.Around(stops[0], 0, 0);
        var last = stops.IsEmpty ? from : Area.Around(stops[^1], 0, 0);
        var (leaves, arrives) = (Side(from, first, isAcross), Side(to, last, isAcross));
        var (begin, end) = (On(from, leaves), On(to, arrives));
        ImmutableArray<Point> points = [begin, .. stops, end];
        var forward = isAcross ? new Point(1, 0) : new Point(0, 1);
        var path = $"M{SvgCanvas.Text(begin)}";
        var bounds = new Area(begin.X, begin.Y, 0, 0);
        for (var i = 1; i < points.Length; i++)
        {
            var (p, q) = (points[i - 1], points[i]);
            var along = isAcross ? q.X - p.X : q.Y - p.Y;
            var passes = forward * Math.Sign(along);
            var bend = Math.Max(Math.Abs(along) / 2, LeastBend);
            var a = p + ((i == 1 ? leaves : passes) * bend);
            var b = q + ((i == points.Length - 1 ? arrives : passes * -1) * bend);
            path += $" C{SvgCanvas.Text(a)} {SvgCanvas.Text(b)} {SvgCanvas.Text(q)}";
            bounds = bounds.With(new(q.X, q.Y, 0, 0));
        }

        return new(path, bounds, begin, leaves, end, arrives);
    }

    /// <summary>From a box to itself: a loop at its right side.</summary>
    public static FlowWay ToItself(Area box)
    {
        var (begin, end) = (new Point(box.Right, box.Middle.Y - 7), new Point(box.Right, box.Middle.Y + 7));
        var right = new Point(1, 0);
        var (a, b) = (begin + new Point(30, -12), end + new Point(30, 12));
        var path = $"M{SvgCanvas.Text(begin)} C{SvgCanvas.Text(a)} {SvgCanvas.Text(b)} {SvgCanvas.Text(end)}";
        return new(path, new(begin.X, a.Y, 26, b.Y - a.Y), begin, right, end, right);
    }

    // The side that faces the other: along the chart's direction unless they stand beside each other.
    private static Point Side(Area area, Area other, bool isAcross)
    {
        var by = other.Middle - area.Middle;
        var isBesideX = other.Left >= area.Right || other.Right <= area.Left;
        var isBesideY = other.Top >= area.Bottom || other.Bottom <= area.Top;
        return (isAcross ? isBesideX || !isBesideY : isBesideX && !isBesideY)
            ? new(by.X < 0 ? -1 : 1, 0)
            : new(0, by.Y < 0 ? -1 : 1);
    }

    private static Point On(Area area, Point side) =>
        area.Middle + new Point(side.X * area.Width / 2, side.Y * area.Height / 2);
}
