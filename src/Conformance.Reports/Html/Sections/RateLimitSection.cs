using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Reports.Html.Charts;
using Conformance.Specification.Model;

namespace Conformance.Reports.Html.Sections;

/// <summary>What was left of each limit over the time of the run, by the headers of the answers.</summary>
internal sealed class RateLimitSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "limits";

    /// <inheritdoc />
    public string Title => "Rate limits";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => Series(run).Any();

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        var name = run.Result.Run.Specification.RateLimits?.Headers?.Remaining?.Value ?? "";
        page.Put(
            "p",
            $"What {name} said, over the time of the run by its own clock. A refusal (429) is marked.",
            ("class", "hint")
        );
        foreach (var series in Series(run))
        {
            Write(page, series, run.Result.Duration.TotalSeconds);
        }
    }

    private static void Write(Markup page, LimitSeries series, double seconds)
    {
        var refusals = series.Readings.Count(r => r.IsRefused);
        var least = series.Readings.Min(r => r.Remaining);
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Readings.Count:N0} answers, at least {least:N0} of {series.Limit:N0} left, {refusals:N0} refused"
        );
        using var figure = page.In("figure");
        using (page.In("figcaption"))
        {
            page.Put("b", series.Name);
            page.Text($" {words}");
        }

        using var scroll = page.In(
            "div",
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", series.Name)
        );
        LimitTimeline.Draw(page, series.Readings, series.Limit, seconds, $"{series.Name}: {words}");
    }

    private static IEnumerable<LimitSeries> Series(PageRun run)
    {
        if (run.Result.Run.Specification.RateLimits?.Headers is not { Remaining: { } remaining } names)
        {
            return [];
        }

        return run
            .Result.Cases.SelectMany(c => c.Record?.Exchanges ?? [])
            .Where(e => e is { Response: not null, IsShared: false, Purpose: ExchangePurpose.Step })
            .Select(e => (Exchange: e, Left: Number(e, remaining.Value), Limit: Number(e, names.Limit?.Value)))
            .Where(e => e.Left is not null)
            .OrderBy(e => e.Exchange.SentAt + e.Exchange.Duration)
            .GroupBy(e => (Name: NameOf(e.Exchange.Endpoint), e.Limit))
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => new LimitSeries(
                g.Key.Limit is { } limit
                    ? string.Create(CultureInfo.InvariantCulture, $"{g.Key.Name}, limit {limit:N0}")
                    : g.Key.Name,
                g.Key.Limit ?? g.Max(e => e.Left!.Value),
                [
                    .. g.Select(e => new LimitReading(
                        (e.Exchange.SentAt + e.Exchange.Duration - run.Result.Run.StartedAt).TotalSeconds,
                        Math.Clamp(e.Left!.Value, 0, g.Key.Limit ?? long.MaxValue),
                        e.Exchange.Response!.Status == 429
                    )),
                ]
            ));
    }

    // Operations without limits of their own share the default ones.
    private static string NameOf(Endpoint? endpoint) =>
        endpoint is { RateLimits.IsEmpty: false } ? endpoint.Name : "Default limit";

    private static long? Number(Exchange exchange, string? header) =>
        header is not null
        && exchange.Response!.HeaderValues(header).ToArray() is [var line]
        && long.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private sealed record LimitSeries(string Name, long Limit, IReadOnlyList<LimitReading> Readings);
}
