using System.Collections.Immutable;
using System.Globalization;
using Conformance.Diagrams.Drawing;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Sequences;

namespace Conformance.Diagrams.Sequences;

/// <summary>A sequence diagram as a picture: participants side by side, and what happens between them from top to bottom.</summary>
internal sealed class SequencePicture
{
    private const double LoopWidth = 34;

    // From this height on the participants stand below as well.
    private const double Long = 620;

    private readonly SequenceReading reading;
    private readonly SvgCanvas canvas = new();
    private readonly SequenceColumns columns;
    private readonly ActivityBars bars;
    private readonly OpenFrames frames;
    private int number;
    private double y;

    private SequencePicture(SequenceReading reading)
    {
        this.reading = reading;
        columns = SequenceColumns.Of(reading);
        bars = new(canvas);
        frames = new(canvas, columns);
    }

    /// <summary>Draws a diagram; null when it is none, or has a line that is not understood.</summary>
    public static string? Draw(string mermaid, string id, string title)
    {
        var reading = MermaidSequence.Read(new(mermaid, SourceLocation.None), null);
        if (!reading.Problems.IsEmpty || reading.Participants.IsEmpty)
        {
            return null;
        }

        var picture = new SequencePicture(reading);
        picture.Draw();
        return picture.canvas.Complete(id, title, SequenceWords.Of(reading));
    }

    private void Draw()
    {
        var begin = ParticipantBoxes.Height(columns.All);
        ParticipantBoxes.Draw(canvas, columns.All, 0);
        y = begin + 10;
        foreach (var element in reading.Drawn)
        {
            Draw(element);
        }

        bars.EndAll(columns, y);
        var end = y + 14;
        foreach (var column in columns.All)
        {
            canvas.Line(Depth.Ground, Paint.Life, new(column.Middle, begin), new(column.Middle, end));
        }

        if (end > Long)
        {
            ParticipantBoxes.Draw(canvas, columns.All, end);
        }
    }

    private void Draw(DrawnElement element)
    {
        switch (element)
        {
            case DrawnElement.Message message:
                Draw(message);
                break;
            case DrawnElement.Note note:
                Draw(note);
                break;
            case DrawnElement.Activation { Begins: true } active:
                bars.Begin(columns[active.Participant], y);
                break;
            case DrawnElement.Activation active:
                bars.End(columns[active.Participant], y);
                break;
            case DrawnElement.FrameBegins frame:
                y = frames.Begin(frame.Word, frame.Condition, y);
                break;
            case DrawnElement.BranchBegins branch:
                y = frames.Branch(branch.Condition, y);
                break;
            default:
                y = frames.End(y);
                break;
        }
    }

    private void Draw(DrawnElement.Message message)
    {
        var (from, to) = (columns[message.Sent.From], columns[message.Sent.To]);
        number++;
        var text = reading.IsNumbered
            ? string.Create(CultureInfo.InvariantCulture, $"{number}. {message.Sent.Text.Value}")
            : message.Sent.Text.Value;
        if (from == to)
        {
            ToItself(from, text, message);
        }
        else
        {
            ToAnother(from, to, text, message);
        }

        if (message.Deactivates)
        {
            bars.End(from, y);
        }

        y += 12;
    }

    private void ToAnother(Column from, Column to, string text, DrawnElement.Message message)
    {
        var lines = Lettering.Wrap(text, Math.Max(Math.Abs(to.Middle - from.Middle) - 36, 60));
        var words = new Point((from.Middle + to.Middle) / 2, y + 3);
        y += Lettering.Height(lines) + 8;
        var goesRight = to.Middle > from.Middle;
        var start = new Point(bars.Edge(from, goesRight), y);
        if (message.Activates)
        {
            bars.Begin(to, y);
        }

        var tip = new Point(bars.Edge(to, !goesRight), y);
        Word(words, lines, "middle");
        canvas.Line(Depth.Line, Stroke(message.Sent), start, tip);
        Heads(message.Sent, start, tip);
        frames.Cover(Math.Min(from.Middle, to.Middle) - 10, Math.Max(from.Middle, to.Middle) + 10);
    }

    private void ToItself(Column column, string text, DrawnElement.Message message)
    {
        var lines = Lettering.Wrap(text, SequenceColumns.WidestWords);
        var begin = new Point(bars.Edge(column, true), y + 10);
        if (message.Activates)
        {
            bars.Begin(column, y + 10);
        }

        var height = Math.Max(20, Lettering.Height(lines) + 2);
        var end = new Point(bars.Edge(column, true), begin.Y + height);
        var right = begin.X + LoopWidth;
        canvas.Line(Depth.Line, Stroke(message.Sent), begin, new(right, begin.Y), new(right, end.Y), end);
        Heads(message.Sent, new(right, end.Y), end);
        Word(new(right + 6, begin.Y + ((height - Lettering.Height(lines)) / 2)), lines, "start");
        frames.Cover(column.Middle - 10, right + 10 + Lettering.Width(lines));
        y = end.Y;
    }

    // Lines of life pass below words, not through them.
    private void Word(Point at, ImmutableArray<string> lines, string anchor)
    {
        var width = Lettering.Width(lines);
        var left = anchor == "middle" ? at.X - (width / 2) : at.X;
        canvas.Box(Depth.Behind, new(left, at.Y, width, Lettering.Height(lines)), Paint.Paper, 0);
        canvas.Words(Depth.Words, at, lines, anchor);
    }

    private void Heads(DiagramMessage message, Point start, Point tip)
    {
        var head =
            message.Arrow.EndsWith(">>", StringComparison.Ordinal) ? ArrowHead.Filled
            : message.Arrow.EndsWith(')') ? ArrowHead.Open
            : message.Arrow.EndsWith('x') ? ArrowHead.Cross
            : ArrowHead.None;
        ArrowHeads.Draw(canvas, tip, start, head);
        if (message.Arrow.StartsWith("<<", StringComparison.Ordinal))
        {
            ArrowHeads.Draw(canvas, start, tip, ArrowHead.Filled);
        }
    }

    private static Paint Stroke(DiagramMessage message) =>
        message.Arrow.Contains("--", StringComparison.Ordinal) ? Paint.Dashed : Paint.Line;

    private void Draw(DrawnElement.Note note)
    {
        var about = note.Participants.Select(p => columns[p].Middle).ToList();
        var (first, last) = (about.Min(), about.Max());
        var widest = note.Place is NotePlace.Over && last > first ? last - first + 40 : SequenceColumns.WidestNote;
        var lines = Lettering.Wrap(note.Text, widest);
        var width = Math.Max(Lettering.Width(lines), last - first + 24) + (2 * SequenceColumns.Padding);
        var left = note.Place switch
        {
            NotePlace.Left => first - 12 - width,
            NotePlace.Right => last + 12,
            _ => ((first + last) / 2) - (width / 2),
        };
        var area = new Area(left, y + 6, width, Lettering.Height(lines) + 8);
        canvas.Box(Depth.Box, area, Paint.Note, 2);
        canvas.Words(Depth.Words, new(area.Middle.X, area.Top + 3), lines);
        frames.Cover(area.Left, area.Right);
        y = area.Bottom + 8;
    }
}
