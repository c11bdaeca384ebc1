using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Reports.Html.Charts;
using Conformance.Specification.Model;

namespace Conformance.Reports.Html.Sections;

/// <summary>How long answers took, by endpoint, beside the response times that the specification declares.</summary>
internal sealed class ResponseTimesSection : IPageSection
{
    private static readonly int[] Shown = [50, 90, 95, 99];

    /// <inheritdoc />
    public string Id => "times";

    /// <inheritdoc />
    public string Title => "Response times";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => Answers(run).Any();

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        var (environment, declared) = Declared(run);
        page.Put("p", Introduction(run, environment, declared), ("class", "hint"));
        var rows = Answers(run)
            .GroupBy(a => a.Endpoint, a => a.Milliseconds)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Times: (IReadOnlyList<double>)[.. g.Order()]))
            .ToList();
        if (rows.Count > 1)
        {
            rows.Insert(0, ("all answers", [.. rows.SelectMany(r => r.Times).Order()]));
        }

        var limits = declared.Select(d => d.Milliseconds).ToArray();
        var axis = new LatencyAxis(
            rows.SelectMany(r => r.Times).Concat(limits).Min(),
            rows.SelectMany(r => r.Times).Concat(limits).Max()
        );
        Table(page, new LatencyStrip(axis, declared), rows, declared);
    }

    private static void Table(
        Markup page,
        LatencyStrip strip,
        List<(string Name, IReadOnlyList<double> Times)> rows,
        IReadOnlyList<(int Percentile, double Milliseconds)> declared
    )
    {
        using var scroll = page.In(
            "div",
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", "Response times")
        );
        using var table = page.In("table", ("class", "latency"));
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Put("th", "Endpoint", ("scope", "col"));
            page.Put("th", "Answers", ("scope", "col"), ("class", "number"));
            foreach (var percentile in Shown)
            {
                page.Put(
                    "th",
                    $"p{percentile.ToString(CultureInfo.InvariantCulture)}",
                    ("scope", "col"),
                    ("class", "number")
                );
            }

            page.Put("th", "longest", ("scope", "col"), ("class", "number"));
            using var plot = page.In("th", ("scope", "col"));
            page.Put("span", "distribution", ("class", "visually-hidden"));
            strip.DrawAxis(page);
        }

        using var body = page.In("tbody");
        foreach (var (name, times) in rows)
        {
            Row(page, strip, name, times, declared);
        }
    }

    private static void Row(
        Markup page,
        LatencyStrip strip,
        string name,
        IReadOnlyList<double> times,
        IReadOnlyList<(int Percentile, double Milliseconds)> declared
    )
    {
        using var row = page.In("tr");
        page.Put("th", name, ("scope", "row"));
        page.Put("td", VerdictCounts.Number(times.Count), ("class", "number"));
        foreach (var percentile in Shown)
        {
            var time = Percentile.Of(times, percentile);
            var isMissed = declared.Any(d => d.Percentile == percentile && time >= d.Milliseconds);
            page.Put("td", Text(time), ("class", isMissed ? "number missed" : "number"));
        }

        page.Put("td", Text(times[^1]), ("class", "number"));
        using var plot = page.In("td");
        strip.Draw(
            page,
            times,
            $"{name}: half of the answers within {Text(Percentile.Of(times, 50))}, 95 % within {Text(Percentile.Of(times, 95))}, the longest {Text(times[^1])}"
        );
    }

    private static string Introduction(
        PageRun run,
        TargetEnvironment? environment,
        IReadOnlyList<(int Percentile, double Milliseconds)> declared
    )
    {
        const string How = "Each dot is an answer, the marks are the median and the 95th percentile.";
        if (environment is null)
        {
            return $"The specification declares no response times. {How}";
        }

        var figures = string.Join(
            ", ",
            declared.Select(d => $"p{d.Percentile.ToString(CultureInfo.InvariantCulture)} under {Text(d.Milliseconds)}")
        );
        var name = environment.Name.Value;
        var whose =
            name == run.Result.Run.Environment ? $"Declared for {name}" : $"Declared for {name}, not for this target";
        return $"{whose}: {figures} (dashed lines). {How} Measured from one place in a short run: told, not judged.";
    }

    // The environment's own figures; where it has none, those of another environment, to compare with.
    private static (TargetEnvironment?, IReadOnlyList<(int Percentile, double Milliseconds)>) Declared(PageRun run)
    {
        var specification = run.Result.Run.Specification;
        var environment = new[] { specification.FindEnvironment(run.Result.Run.Environment) }
            .OfType<TargetEnvironment>()
            .Concat(specification.Environments)
            .FirstOrDefault(e => e.Sla is { ResponseTimes.IsEmpty: false });
        return (
            environment,
            [.. (environment?.Sla?.ResponseTimes ?? []).Select(r => (r.Key, r.Value.Value.TotalMilliseconds))]
        );
    }

    // A shared exchange is counted where it was sent; deliveries are the target's requests, not its answers.
    private static IEnumerable<(string Endpoint, double Milliseconds)> Answers(PageRun run) =>
        run
            .Result.Cases.SelectMany(c => c.Record?.Exchanges ?? [])
            .Where(e => e is { Response: not null, IsShared: false })
            .Where(e => e.Purpose is ExchangePurpose.Step or ExchangePurpose.Token)
            .Where(e => e.Endpoint is not null || e.Purpose is ExchangePurpose.Token)
            .Select(e => (e.Endpoint?.Name ?? "token endpoint", Math.Max(e.Duration.TotalMilliseconds, 0.1)));

    private static string Text(double milliseconds) => TimeText.Of(TimeSpan.FromMilliseconds(milliseconds));
}
