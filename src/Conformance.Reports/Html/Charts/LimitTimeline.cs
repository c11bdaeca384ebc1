using System.Globalization;

namespace Conformance.Reports.Html.Charts;

/// <summary>One answer that told how much of a limit was left.</summary>
/// <param name="Seconds">When it came, from the beginning of the run.</param>
/// <param name="Remaining">Requests left.</param>
/// <param name="IsRefused">Whether it was the refusal.</param>
internal readonly record struct LimitReading(double Seconds, long Remaining, bool IsRefused);

/// <summary>What was left of a limit, over the time of the run; refusals are marked.</summary>
internal static class LimitTimeline
{
    private const double Width = 900;
    private const double Height = 150;
    private const double Left = 52;
    private const double Right = Width - 16;
    private const double Top = 12;
    private const double Bottom = Height - 26;
    private const int MostPoints = 800;
    private const int MostMarks = 100;

    /// <summary>Draws a limit.</summary>
    /// <param name="page">The page.</param>
    /// <param name="readings">The answers in order of time, at least one.</param>
    /// <param name="limit">The greatest value there can be.</param>
    /// <param name="seconds">How long the run took; all limits of a run have one axis of time.</param>
    /// <param name="words">The same in words.</param>
    public static void Draw(Markup page, IReadOnlyList<LimitReading> readings, long limit, double seconds, string words)
    {
        var end = Math.Max(seconds, readings[^1].Seconds);
        var time = Scale.Linear(0, end, Left, Right);
        var left = Scale.Linear(0, Math.Max(1, limit), Bottom, Top);
        using var svg = page.In(
            "svg",
            ("class", "timeline"),
            ("role", "img"),
            ("aria-label", words),
            ("width", Markup.Unit(Width)),
            ("height", Markup.Unit(Height)),
            ("viewBox", $"0 0 {Markup.Unit(Width)} {Markup.Unit(Height)}")
        );
        foreach (var value in new[] { 0, limit / 2, limit }.Distinct())
        {
            Level(page, left[value], value);
        }

        foreach (var moment in Enumerable.Range(0, 5).Select(i => end * i / 4))
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{moment:0.#} s");
            page.Put(
                "text",
                text,
                ("x", Markup.Unit(time[moment])),
                ("y", Markup.Unit(Height - 8)),
                ("text-anchor", "middle")
            );
        }

        page.Put("polyline", "", ("class", "left"), ("points", Steps(Thinned(readings), time, left)));
        foreach (var refusal in readings.Where(r => r.IsRefused).Take(MostMarks))
        {
            page.Put(
                "circle",
                "",
                ("class", "refusal"),
                ("cx", Markup.Unit(time[refusal.Seconds])),
                ("cy", Markup.Unit(left[refusal.Remaining])),
                ("r", "4")
            );
        }
    }

    // What was left stays what it was until the next answer tells.
    private static string Steps(IEnumerable<LimitReading> readings, Scale time, Scale left)
    {
        var points = new List<string>();
        double? before = null;
        foreach (var reading in readings)
        {
            var (x, y) = (time[reading.Seconds], left[reading.Remaining]);
            points.Add($"{Markup.Unit(x)},{Markup.Unit(before ?? y)}");
            points.Add($"{Markup.Unit(x)},{Markup.Unit(y)}");
            before = y;
        }

        return string.Join(' ', points);
    }

    private static void Level(Markup page, double y, long value)
    {
        page.Put(
            "line",
            "",
            ("class", "grid"),
            ("x1", Markup.Unit(Left)),
            ("x2", Markup.Unit(Right)),
            ("y1", Markup.Unit(y)),
            ("y2", Markup.Unit(y))
        );
        var text = value.ToString("N0", CultureInfo.InvariantCulture);
        page.Put("text", text, ("x", Markup.Unit(Left - 8)), ("y", Markup.Unit(y + 4)), ("text-anchor", "end"));
    }

    // The turning points are what is looked at: of neighbours on one slope, some can be left out.
    private static IEnumerable<LimitReading> Thinned(IReadOnlyList<LimitReading> readings)
    {
        var step = Math.Max(1, readings.Count / MostPoints);
        return readings.Where(
            (r, i) =>
                i % step == 0
                || i == readings.Count - 1
                || readings[i + 1].Remaining > r.Remaining
                || readings[i - 1].Remaining < r.Remaining
        );
    }
}
