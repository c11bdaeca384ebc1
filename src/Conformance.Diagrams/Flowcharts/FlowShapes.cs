using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>The shapes of boxes. Each reaches the middle of all four sides of its area, where arrows meet it.</summary>
internal static class FlowShapes
{
    private const double Widest = 180;
    private const double Padding = 12;
    private const double Slant = 12;
    private const double Lid = 7;

    /// <summary>How large a box is.</summary>
    public static Point Size(FlowNode node)
    {
        var lines = Lines(node);
        var (width, height) = (Lettering.Width(lines) + (2 * Padding), Lettering.Height(lines) + 16);
        return node.Shape switch
        {
            FlowShape.Circle => new(Math.Max(width, height), Math.Max(width, height)),
            FlowShape.Diamond => new(width * 1.5, height * 1.7),
            FlowShape.Cylinder => new(width, height + (3 * Lid)),
            FlowShape.Rectangle or FlowShape.Rounded => new(width, height),
            _ => new(width + (2 * Slant), height),
        };
    }

    /// <summary>Draws a box with its words.</summary>
    public static void Draw(SvgCanvas canvas, FlowNode node, Area area)
    {
        Outline(canvas, node.Shape, area);
        var lines = Lines(node);
        var down = node.Shape is FlowShape.Cylinder ? Lid : 0;
        canvas.Words(Depth.Words, new(area.Middle.X, area.Middle.Y - (Lettering.Height(lines) / 2) + down), lines);
    }

    private static ImmutableArray<string> Lines(FlowNode node) => Lettering.Wrap(node.Label, Widest);

    private static void Outline(SvgCanvas canvas, FlowShape shape, Area area)
    {
        var (left, top, right, bottom, middle) = (area.Left, area.Top, area.Right, area.Bottom, area.Middle);
        switch (shape)
        {
            case FlowShape.Circle:
                canvas.Circle(Depth.Box, middle, area.Width / 2, Paint.Box);
                break;
            case FlowShape.Diamond:
                canvas.Polygon(
                    Depth.Box,
                    Paint.Box,
                    new(middle.X, top),
                    new(right, middle.Y),
                    new(middle.X, bottom),
                    new(left, middle.Y)
                );
                break;
            case FlowShape.Hexagon:
                canvas.Polygon(
                    Depth.Box,
                    Paint.Box,
                    new(left + Slant, top),
                    new(right - Slant, top),
                    new(right, middle.Y),
                    new(right - Slant, bottom),
                    new(left + Slant, bottom),
                    new(left, middle.Y)
                );
                break;
            case FlowShape.Slanted:
                canvas.Polygon(
                    Depth.Box,
                    Paint.Box,
                    new(left + Slant, top),
                    new(right, top),
                    new(right - Slant, bottom),
                    new(left, bottom)
                );
                break;
            case FlowShape.Flag:
                canvas.Polygon(
                    Depth.Box,
                    Paint.Box,
                    new(left, top),
                    new(right, top),
                    new(right, bottom),
                    new(left, bottom),
                    new(left + Slant, middle.Y)
                );
                break;
            case FlowShape.Cylinder:
                Cylinder(canvas, area);
                break;
            case FlowShape.Subroutine:
                canvas.Box(Depth.Box, area, Paint.Box);
                canvas.Line(Depth.Box, Paint.Line, new(left + 7, top), new(left + 7, bottom));
                canvas.Line(Depth.Box, Paint.Line, new(right - 7, top), new(right - 7, bottom));
                break;
            default:
                canvas.Box(Depth.Box, area, Paint.Box, Radius(shape, area));
                break;
        }
    }

    private static double Radius(FlowShape shape, Area area) =>
        shape switch
        {
            FlowShape.Stadium => area.Height / 2,
            FlowShape.Rounded => 9,
            _ => 3,
        };

    private static void Cylinder(SvgCanvas canvas, Area area)
    {
        var (upper, lower) = (new Point(area.Left, area.Top + Lid), new Point(area.Right, area.Bottom - Lid));
        var arc = $"{SvgCanvas.Text(new Point(area.Width / 2, Lid))} 0 0";
        var (topRight, bottomLeft) = (new Point(area.Right, upper.Y), new Point(area.Left, lower.Y));
        canvas.Path(
            Depth.Box,
            Paint.Box,
            area,
            $"M{SvgCanvas.Text(upper)} A{arc} 1 {SvgCanvas.Text(topRight)} L{SvgCanvas.Text(lower)} "
                + $"A{arc} 1 {SvgCanvas.Text(bottomLeft)} Z M{SvgCanvas.Text(upper)} A{arc} 0 {SvgCanvas.Text(topRight)}"
        );
    }
}
