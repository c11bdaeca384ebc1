using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>The part of a line that is shown, and the carets below it.</summary>
internal sealed record LineExcerpt(string Text, string Carets)
{
    private const int Width = 120;

    /// <summary>A long line is cut around the place; the carets end where the place or the line does.</summary>
    public static LineExcerpt Of(string line, SourceLocation location)
    {
        var start = Math.Clamp(location.Column - 1, 0, line.Length);
        var end =
            location.EndLine == location.Line ? Math.Clamp(location.EndColumn - 1, start, line.Length) : line.Length;
        var from = start > Width - 40 ? Math.Max(0, start - 40) : 0;
        var shown = line[from..Math.Min(line.Length, from + Width)];
        var lead = from > 0 ? "..." : "";
        var tail = from + Width < line.Length ? "..." : "";
        var carets = Math.Max(1, Math.Min(end, from + shown.Length) - start);
        return new LineExcerpt(
            lead + Printable.Text(shown) + tail,
            new string(' ', lead.Length + start - from) + new string('^', carets)
        );
    }
}
