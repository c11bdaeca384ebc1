using System.Collections.Immutable;
using Conformance.Reports.Formats;
using Conformance.Verdicts.Results;

namespace Conformance.Reports;

/// <summary>
/// The reports of one run. One that cannot be written neither stops the run nor the other reports; it comes back as a
/// problem. Cases may be handed over from any thread.
/// </summary>
public sealed class ReportSet : IAsyncDisposable
{
    private static readonly ImmutableArray<(string Key, Func<ReportOptions, IRunReport> Create)> Formats =
    [
        ("allure", options => new AllureResults(options)),
        ("html", options => new HtmlReport(options)),
        ("junit", options => new JUnitXml(options)),
        ("summary", options => new SummaryJson(options)),
        ("markdown", options => new MarkdownSummary(options)),
        ("ctrf", options => new CtrfJson(options)),
        ("har", options => new HarArchive(options)),
        ("trx", options => new TrxFile(options)),
        ("github", options => new GitHubAnnotations(options)),
        ("codequality", options => new GitLabCodeQuality(options)),
    ];

    private readonly ImmutableArray<SafeReport> reports;

    private ReportSet(IEnumerable<IRunReport> reports) => this.reports = [.. reports.Select(r => new SafeReport(r))];

    /// <summary>The keys of the reports that are written where nothing else is asked for.</summary>
    public const string Default = "allure,html,junit,summary,markdown";

    /// <summary>The keys that <c>--report</c> accepts.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. Formats.Select(f => f.Key)];

    /// <summary>Picks reports by key; <c>none</c> picks none.</summary>
    /// <param name="keys">Keys separated by commas, for example <c>allure,junit</c>; case does not matter.</param>
    /// <param name="options">Where and how they are written.</param>
    public static ReportSelection Create(string keys, ReportOptions options)
    {
        var wanted = keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (wanted is [var only] && only.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return new ReportSelection.Accepted(new ReportSet([]));
        }

        var unknown = wanted.Where(k => !Keys.Contains(k, StringComparer.OrdinalIgnoreCase)).ToArray();
        return wanted.Length == 0 || unknown.Length > 0
            ? Refuse(unknown)
            : new ReportSelection.Accepted(new ReportSet(wanted.Select(key => Find(key)(options))));
    }

    /// <summary>Makes a set of reports of one's own, for example in a provider's test project.</summary>
    /// <param name="reports">The reports.</param>
    public static ReportSet Of(params IEnumerable<IRunReport> reports) => new(reports);

    /// <summary>Prepares every report and removes what an earlier run left of it.</summary>
    /// <param name="run">What is about to run.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <returns>The reports that cannot be written. A run should not start with any.</returns>
    public async ValueTask<ImmutableArray<ReportProblem>> StartAsync(
        RunDescription run,
        CancellationToken cancellationToken
    )
    {
        foreach (var report in reports)
        {
            await report.StartAsync(run, cancellationToken);
        }

        return [.. reports.Select(r => r.Problem).OfType<ReportProblem>()];
    }

    /// <summary>Hands one finished case to every report.</summary>
    /// <param name="result">The case with its verdict.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken)
    {
        foreach (var report in reports)
        {
            await report.CaseFinishedAsync(result, cancellationToken);
        }
    }

    /// <summary>
    /// Completes every report. Pass a token that an interruption of the run does not cancel: what was measured is
    /// written even then.
    /// </summary>
    /// <param name="result">The run, interrupted or not.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async ValueTask<ReportOutcome> FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        foreach (var report in reports)
        {
            await report.FinishAsync(result, cancellationToken);
        }

        return new ReportOutcome(
            [.. reports.Select(r => r.Written).OfType<WrittenReport>()],
            [.. reports.Select(r => r.Problem).OfType<ReportProblem>()]
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var report in reports)
        {
            await report.DisposeAsync();
        }
    }

    private static Func<ReportOptions, IRunReport> Find(string key) =>
        Formats.First(f => f.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Create;

    private static ReportSelection.Refused Refuse(string[] unknown)
    {
        var accepted = string.Join(", ", Keys);
        var what = unknown.Length switch
        {
            0 => "no report is named",
            1 => $"unknown report '{unknown[0]}'",
            _ => $"unknown reports {string.Join(", ", unknown.Select(k => $"'{k}'"))}",
        };
        return new($"{what}; expected one or more of {accepted}, separated by commas, or none", Keys);
    }
}
