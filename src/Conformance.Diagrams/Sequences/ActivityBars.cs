using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Sequences;

/// <summary>The bars on participants' lines while they are active; one that is active twice has two, side by side.</summary>
internal sealed class ActivityBars(SvgCanvas canvas)
{
    private const double Width = 10;
    private const double Step = 5;

    private readonly Dictionary<string, Stack<double>> open = [];

    /// <summary>A participant is active from here on.</summary>
    public void Begin(Column column, double y)
    {
        if (!open.TryGetValue(column.Name, out var bars))
        {
            open[column.Name] = bars = [];
        }

        bars.Push(y);
    }

    /// <summary>A participant's innermost bar ends; nothing when it has none.</summary>
    public void End(Column column, double y)
    {
        if (open.TryGetValue(column.Name, out var bars) && bars.TryPop(out var top))
        {
            var left = column.Middle - (Width / 2) + (bars.Count * Step);
            canvas.Box(Depth.Frame, new(left, top, Width, Math.Max(y - top, Width)), Paint.Box, 1);
        }
    }

    /// <summary>Every bar that is left ends.</summary>
    public void EndAll(SequenceColumns columns, double y)
    {
        foreach (var column in columns.All)
        {
            for (var left = open.GetValueOrDefault(column.Name)?.Count ?? 0; left > 0; left--)
            {
                End(column, y);
            }
        }
    }

    /// <summary>Where an arrow meets a participant's line, or the bar on it.</summary>
    /// <param name="column">The participant.</param>
    /// <param name="isFromRight">Whether the arrow is on its right side.</param>
    public double Edge(Column column, bool isFromRight)
    {
        var bars = open.GetValueOrDefault(column.Name)?.Count ?? 0;
        return bars == 0 ? column.Middle
            : isFromRight ? column.Middle + (Width / 2) + ((bars - 1) * Step)
            : column.Middle - (Width / 2);
    }
}
