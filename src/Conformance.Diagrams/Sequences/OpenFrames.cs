using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;

namespace Conformance.Diagrams.Sequences;

/// <summary>The frames around messages, each as wide as what stands in it.</summary>
internal sealed class OpenFrames(SvgCanvas canvas, SequenceColumns columns)
{
    private const double Margin = 10;
    private const double WidestCondition = 260;

    // Drawn without a word in the corner; a box of participants says nothing of messages and is not drawn at all.
    private const string GroundWord = "rect";
    private const string ParticipantsWord = "box";

    private readonly Stack<Frame> open = new();

    /// <summary>A frame begins.</summary>
    /// <returns>Where its contents begin.</returns>
    public double Begin(string word, string condition, double y)
    {
        var frame = new Frame(word, y + 6);
        open.Push(frame);
        if (word is ParticipantsWord)
        {
            return y;
        }

        if (word is GroundWord)
        {
            return y + 12;
        }

        frame.Labels.Add(new(frame.Top, Lettering.Wrap(Bracketed(condition), WidestCondition)));
        return frame.Top + Math.Max(Lettering.LineHeight, Lettering.Height(frame.Labels[0].Lines)) + 8;
    }

    /// <summary>Another branch of the innermost frame begins.</summary>
    /// <returns>Where its contents begin.</returns>
    public double Branch(string condition, double y)
    {
        var label = new Label(y + 8, Lettering.Wrap(Bracketed(condition), WidestCondition));
        open.Peek().Labels.Add(label);
        return label.Top + Math.Max(8, Lettering.Height(label.Lines) + 6);
    }

    /// <summary>Something was drawn from one side to another.</summary>
    public void Cover(double left, double right)
    {
        if (open.TryPeek(out var frame))
        {
            frame.Left = Math.Min(frame.Left, left);
            frame.Right = Math.Max(frame.Right, right);
        }
    }

    /// <summary>The innermost frame ends.</summary>
    /// <returns>Where what follows begins.</returns>
    public double End(double y)
    {
        var frame = open.Pop();
        if (frame.Word is ParticipantsWord)
        {
            return y;
        }

        if (frame.Left > frame.Right)
        {
            (frame.Left, frame.Right) = (columns.All[0].Middle, columns.All[^1].Middle);
        }

        var tab = frame.Word is GroundWord ? 0 : Lettering.Width(frame.Word) + 18;
        var left = frame.Left - Margin;
        var labels = frame.Labels.Select(l => tab + Lettering.Width(l.Lines) + 20).DefaultIfEmpty(0).Max();
        var area = new Area(left, frame.Top, Math.Max(frame.Right + Margin - left, labels), y + 8 - frame.Top);
        Draw(frame, area, tab);
        Cover(area.Left, area.Right);
        return area.Bottom + 6;
    }

    private static string Bracketed(string condition) => condition.Length == 0 ? "" : $"[{condition}]";

    private void Draw(Frame frame, Area area, double tab)
    {
        if (frame.Word is GroundWord)
        {
            canvas.Box(Depth.Ground, area, Paint.Ground);
            return;
        }

        canvas.Box(Depth.Frame, area, Paint.Frame);
        var (right, bottom) = (area.Left + tab, area.Top + Lettering.LineHeight + 3);
        canvas.Polygon(
            Depth.Line,
            Paint.Box,
            new(area.Left, area.Top),
            new(right, area.Top),
            new(right, bottom - 6),
            new(right - 6, bottom),
            new(area.Left, bottom)
        );
        canvas.Words(Depth.Words, new(area.Left + 6, area.Top + 1), [frame.Word], "start", isBold: true);
        foreach (var (i, label) in frame.Labels.Index())
        {
            if (i > 0)
            {
                canvas.Line(Depth.Frame, Paint.Divider, new(area.Left, label.Top), new(area.Right, label.Top));
            }

            canvas.Words(Depth.Words, new(area.Left + (i == 0 ? tab + 6 : 10), label.Top + 2), label.Lines, "start");
        }
    }

    private sealed record Label(double Top, ImmutableArray<string> Lines);

    private sealed class Frame(string word, double top)
    {
        public string Word => word;

        public double Top => top;

        public double Left { get; set; } = double.MaxValue;

        public double Right { get; set; } = double.MinValue;

        public List<Label> Labels { get; } = [];
    }
}
