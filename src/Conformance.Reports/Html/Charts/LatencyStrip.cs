using System.Globalization;

namespace Conformance.Reports.Html.Charts;

/// <summary>The answers of one endpoint as dots on a logarithmic axis of time, with the figures that are declared.</summary>
/// <param name="scale">The axis.</param>
/// <param name="declared">Percentiles and the times they must stay under, in milliseconds.</param>
internal sealed class LatencyStrip(LatencyAxis scale, IReadOnlyList<(int Percentile, double Milliseconds)> declared)
{
    private const int MostDots = 160;
    private const double Height = 26;

    /// <summary>Draws the times of one endpoint.</summary>
    /// <param name="page">The page.</param>
    /// <param name="times">Its times in milliseconds, in ascending order, at least one.</param>
    /// <param name="words">The same in words.</param>
    public void Draw(Markup page, IReadOnlyList<double> times, string words)
    {
        using var svg = page.In(
            "svg",
            ("class", "strip"),
            ("role", "img"),
            ("aria-label", words),
            ("width", Markup.Unit(LatencyAxis.Width)),
            ("height", Markup.Unit(Height)),
            ("viewBox", $"0 0 {Markup.Unit(LatencyAxis.Width)} {Markup.Unit(Height)}")
        );
        foreach (var tick in scale.Ticks)
        {
            Upright(page, "grid", scale.At(tick), 0, Height);
        }

        // Of very many, evenly chosen ones, the slowest always among them.
        var step = Math.Max(1, (times.Count + MostDots - 1) / MostDots);
        for (var i = times.Count - 1; i >= 0; i -= step)
        {
            page.Put("circle", "", ("class", "dot"), ("cx", Markup.Unit(scale.At(times[i]))), ("cy", "13"), ("r", "3"));
        }

        foreach (var percentile in new[] { 50, 95 })
        {
            Upright(page, "percentile", scale.At(Percentile.Of(times, percentile)), 5, 21);
        }

        foreach (var (percentile, limit) in declared)
        {
            var isMet = Percentile.Of(times, percentile) < limit;
            Upright(page, isMet ? "declared" : "declared missed", scale.At(limit), 0, Height);
        }
    }

    /// <summary>Draws the axis alone, for the head of a table.</summary>
    /// <param name="page">The page.</param>
    public void DrawAxis(Markup page)
    {
        using var svg = page.In(
            "svg",
            ("class", "strip axis"),
            ("aria-hidden", "true"),
            ("width", Markup.Unit(LatencyAxis.Width)),
            ("height", "18"),
            ("viewBox", $"0 0 {Markup.Unit(LatencyAxis.Width)} 18")
        );
        foreach (var tick in scale.Ticks)
        {
            var text =
                tick < 1000
                    ? string.Create(CultureInfo.InvariantCulture, $"{tick:0.#} ms")
                    : string.Create(CultureInfo.InvariantCulture, $"{tick / 1000:0.#} s");
            page.Put("text", text, ("x", Markup.Unit(scale.At(tick))), ("y", "13"), ("text-anchor", "middle"));
        }
    }

    private static void Upright(Markup page, string name, double x, double from, double to) =>
        page.Put(
            "line",
            "",
            ("class", name),
            ("x1", Markup.Unit(x)),
            ("x2", Markup.Unit(x)),
            ("y1", Markup.Unit(from)),
            ("y2", Markup.Unit(to))
        );
}
