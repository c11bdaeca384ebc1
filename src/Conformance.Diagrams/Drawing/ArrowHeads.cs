namespace Conformance.Diagrams.Drawing;

/// <summary>The ends of arrows.</summary>
internal static class ArrowHeads
{
    private const double Length = 9;
    private const double HalfWidth = 4.5;

    /// <summary>Draws the end of an arrow.</summary>
    /// <param name="canvas">What is drawn on.</param>
    /// <param name="tip">Where it ends.</param>
    /// <param name="from">A point that it comes from.</param>
    /// <param name="head">What it looks like.</param>
    public static void Draw(SvgCanvas canvas, Point tip, Point from, ArrowHead head)
    {
        var way = tip - from;
        if (head is ArrowHead.None || way.Length == 0)
        {
            return;
        }

        var along = way * (Length / way.Length);
        var across = new Point(-along.Y, along.X) * (HalfWidth / Length);
        var back = tip - along;
        switch (head)
        {
            case ArrowHead.Filled:
                canvas.Polygon(Depth.Line, Paint.Head, tip, back + across, back - across);
                break;
            case ArrowHead.Open:
                canvas.Line(Depth.Line, Paint.Line, back + across, tip, back - across);
                break;
            case ArrowHead.Cross:
                canvas.Line(Depth.Line, Paint.Line, back + across, tip - across);
                canvas.Line(Depth.Line, Paint.Line, back - across, tip + across);
                break;
            default:
                canvas.Circle(Depth.Line, tip - (along * 0.5), Length / 2, Paint.Box);
                break;
        }
    }
}

/// <summary>What the end of an arrow looks like.</summary>
internal enum ArrowHead
{
    /// <summary>The line only ends.</summary>
    None,

    /// <summary>A triangle: the sender waits.</summary>
    Filled,

    /// <summary>Two strokes: the sender does not wait.</summary>
    Open,

    /// <summary>A cross: it does not arrive.</summary>
    Cross,

    /// <summary>A circle.</summary>
    Circle,
}
