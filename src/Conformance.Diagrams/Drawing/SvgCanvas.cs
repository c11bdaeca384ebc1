using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Conformance.Diagrams.Drawing;

/// <summary>Collects shapes and words, and becomes a picture that is as large as they are.</summary>
internal sealed class SvgCanvas
{
    private const double Margin = 6;

    // A page may shrink pictures that are wider than this.
    private const double Wide = 860;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly SortedDictionary<Depth, List<XElement>> shapes = [];
    private Area? bounds;

    /// <summary>What holds everything that was drawn.</summary>
    public Area Bounds => bounds ?? default;

    /// <summary>A rectangle.</summary>
    public void Box(Depth depth, Area area, Paint paint, double radius = 3)
    {
        Cover(area);
        Add(
            depth,
            paint,
            new(
                Svg + "rect",
                Number("x", area.Left),
                Number("y", area.Top),
                Number("width", area.Width),
                Number("height", area.Height),
                Number("rx", radius)
            )
        );
    }

    /// <summary>A circle.</summary>
    public void Circle(Depth depth, Point middle, double radius, Paint paint)
    {
        Cover(Area.Around(middle, 2 * radius, 2 * radius));
        Add(depth, paint, new(Svg + "circle", Number("cx", middle.X), Number("cy", middle.Y), Number("r", radius)));
    }

    /// <summary>A line through points.</summary>
    public void Line(Depth depth, Paint paint, params ReadOnlySpan<Point> points)
    {
        foreach (var point in points)
        {
            Cover(new(point.X, point.Y, 0, 0));
        }

        var path = string.Join(' ', points.ToArray().Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{Text(p)}"));
        Add(depth, paint, new(Svg + "path", new XAttribute("d", path)));
    }

    /// <summary>A closed shape.</summary>
    public void Polygon(Depth depth, Paint paint, params ReadOnlySpan<Point> points)
    {
        foreach (var point in points)
        {
            Cover(new(point.X, point.Y, 0, 0));
        }

        var path = string.Join(' ', points.ToArray().Select(Text));
        Add(depth, paint, new(Svg + "polygon", new XAttribute("points", path)));
    }

    /// <summary>A path in the words of SVG within an area.</summary>
    public void Path(Depth depth, Paint paint, Area within, string path)
    {
        Cover(within);
        Add(depth, paint, new(Svg + "path", new XAttribute("d", path)));
    }

    /// <summary>Words, each line around or beside a point.</summary>
    /// <param name="depth">How far in front.</param>
    /// <param name="at">The upper middle of the lines, or the upper end at their anchor.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="anchor">Where in a line the point is: <c>start</c>, <c>middle</c>, <c>end</c>.</param>
    /// <param name="isBold">Whether they stand out.</param>
    public void Words(
        Depth depth,
        Point at,
        ImmutableArray<string> lines,
        string anchor = "middle",
        bool isBold = false
    )
    {
        var width = Lettering.Width(lines);
        var left =
            at.X
            - (
                anchor == "middle" ? width / 2
                : anchor == "end" ? width
                : 0
            );
        Cover(new(left, at.Y, width, Lettering.Height(lines)));
        foreach (var (i, line) in lines.Index())
        {
            var text = new XElement(
                Svg + "text",
                Number("x", at.X),
                Number("y", at.Y + (i * Lettering.LineHeight) + Lettering.Size),
                new XAttribute("text-anchor", anchor),
                Clean(line)
            );
            if (isBold)
            {
                text.Add(new XAttribute("font-weight", "600"));
            }

            Layer(depth).Add(text);
        }
    }

    /// <summary>The picture.</summary>
    /// <param name="id">Begins its ids.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">The same in words.</param>
    public string Complete(string id, string title, string description)
    {
        var view = Bounds.Widened(Margin);
        return new XElement(
            Svg + "svg",
            new XAttribute("class", view.Width > Wide ? "diagram-svg wide" : "diagram-svg"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-text"),
            Number("width", Math.Ceiling(view.Width)),
            Number("height", Math.Ceiling(view.Height)),
            new XAttribute(
                "viewBox",
                $"{Text(new Point(view.Left, view.Top))} {Text(new Point(view.Width, view.Height))}"
            ),
            new XAttribute("font-family", "inherit"),
            Number("font-size", Lettering.Size),
            new XAttribute("fill", "currentColor"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), Clean(title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-text"), Clean(description)),
            shapes.Values
        ).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A number as it is written in SVG.</summary>
    public static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A point as it is written in SVG.</summary>
    public static string Text(Point point) => $"{Text(point.X)} {Text(point.Y)}";

    private static XAttribute Number(string name, double value) => new(name, Text(value));

    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(IsShown));

    private static bool IsShown(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private void Cover(Area area) => bounds = bounds is { } before ? before.With(area) : area;

    private void Add(Depth depth, Paint paint, XElement shape)
    {
        shape.Add(new XAttribute("fill", paint.Fill));
        if (paint.Stroke is { } stroke)
        {
            shape.Add(new XAttribute("stroke", stroke), Number("stroke-width", paint.Width));
        }

        if (paint.Dashes is { } dashes)
        {
            shape.Add(new XAttribute("stroke-dasharray", dashes));
        }

        Layer(depth).Add(shape);
    }

    private List<XElement> Layer(Depth depth)
    {
        if (!shapes.TryGetValue(depth, out var layer))
        {
            shapes[depth] = layer = [];
        }

        return layer;
    }
}

/// <summary>What stands in front of what.</summary>
internal enum Depth
{
    /// <summary>Grounds.</summary>
    Ground,

    /// <summary>Lines that others cross.</summary>
    Behind,

    /// <summary>Frames, bars of activity.</summary>
    Frame,

    /// <summary>Arrows.</summary>
    Line,

    /// <summary>Boxes, notes.</summary>
    Box,

    /// <summary>Words.</summary>
    Words,
}
