using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Sequences;

/// <summary>The row of participants that stands above a diagram, and below a long one.</summary>
internal static class ParticipantBoxes
{
    private const double Padding = 8;
    private const double PersonHeight = 38;

    /// <summary>How high the row is.</summary>
    public static double Height(ImmutableArray<Column> columns) =>
        columns.Select(c => Height(c)).DefaultIfEmpty(0).Max();

    /// <summary>Draws the row from its upper side downwards.</summary>
    public static void Draw(SvgCanvas canvas, ImmutableArray<Column> columns, double top)
    {
        var height = Height(columns);
        foreach (var column in columns)
        {
            if (column.IsActor)
            {
                Person(canvas, column, top + height - Height(column));
                continue;
            }

            canvas.Box(Depth.Box, new(column.Middle - (column.Width / 2), top, column.Width, height), Paint.Box, 4);
            var words = new Point(column.Middle, top + ((height - Lettering.Height(column.Label)) / 2));
            canvas.Words(Depth.Words, words, column.Label, isBold: true);
        }
    }

    private static double Height(Column column) =>
        Lettering.Height(column.Label) + (column.IsActor ? PersonHeight + 2 : 2 * Padding);

    private static void Person(SvgCanvas canvas, Column column, double top)
    {
        Point At(double x, double y) => new(column.Middle + x, top + y);

        canvas.Circle(Depth.Box, At(0, 7), 6, Paint.Box);
        canvas.Line(Depth.Box, Paint.Line, At(0, 13), At(0, 25));
        canvas.Line(Depth.Box, Paint.Line, At(-10, 18), At(10, 18));
        canvas.Line(Depth.Box, Paint.Line, At(-8, 36), At(0, 25), At(8, 36));
        var width = Lettering.Width(column.Label);
        canvas.Box(
            Depth.Box,
            new(column.Middle - (width / 2), top + PersonHeight, width, Lettering.Height(column.Label)),
            Paint.Paper
        );
        canvas.Words(Depth.Words, At(0, PersonHeight), column.Label, isBold: true);
    }
}
