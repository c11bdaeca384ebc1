using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Traffic;

/// <summary>Judges recorded traffic by what holds for every answer, with the checks of a run.</summary>
public static class TrafficReview
{
    /// <summary>Reads, judges and reports.</summary>
    /// <param name="options">What is judged.</param>
    /// <param name="context">Clock, and what reports read of the surroundings.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <returns>What came of it, or why nothing could be judged.</returns>
    public static async Task<Attempt<ReviewedTraffic>> RunAsync(
        TrafficOptions options,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var loading = SpecificationSource.Load(options.Specification, cancellationToken);
        if (!loading.Succeeded)
        {
            return loading.Refusal;
        }

        var har = await HarFile.ReadAsync(options.File, cancellationToken);
        if (!har.Succeeded)
        {
            return har.Refusal;
        }

        var specification = loading.Value.Specification!;
        var bases = options.BaseUrl is { } given ? [given] : OperationFinder.BasesOf(specification);
        var judge = new TrafficJudge(specification, bases, options.IsStrict, context.Time);
        foreach (var entry in har.Value.Log.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            judge.Judge(entry);
        }

        return judge.Ours == 0
            ? Refusal.Configuration(
                $"None of the {judge.Seen} requests in '{options.File}' goes to {Names(bases)}; they go to {Elsewhere(har.Value)}.",
                "Say where the API answered: --base-url URL."
            )
            : await ReportAsync(options, context, judge, options.BaseUrl ?? bases[0], cancellationToken);
    }

    private static async Task<Attempt<ReviewedTraffic>> ReportAsync(
        TrafficOptions options,
        RunContext context,
        TrafficJudge judge,
        Uri baseUrl,
        CancellationToken cancellationToken
    )
    {
        var reporting = new ReportOptions
        {
            Folder = options.OutputFolder,
            Mask = judge.Mask.Apply,
            Files = new GuardedFiles(judge.Mask.Known),
            Variables = context.Variables,
            Host = context.Host,
            Output = context.Output,
        };
        var selection = ReportSet.Create(options.Reports, reporting);
        if (selection is not ReportSelection.Accepted { Reports: { } reports })
        {
            return Refusal.Configuration(((ReportSelection.Refused)selection).Message);
        }

        await using var open = reports;
        var run = judge.Describe(baseUrl);
        if (await reports.StartAsync(run, cancellationToken) is [var problem, ..])
        {
            return Refusal.Configuration(problem.ToString());
        }

        foreach (var result in judge.Results)
        {
            await reports.CaseFinishedAsync(result, cancellationToken);
        }

        var (finished, decision) = judge.Decide(run, options.AllowedInconclusive);
        var written = await reports.FinishAsync(finished, cancellationToken);
        return new ReviewedTraffic(finished, RunGate.Narrow(decision, [], written), written);
    }

    private static string Elsewhere(HarFile har) =>
        string.Join(
            ", ",
            har.Log.Entries.Select(e =>
                    Uri.TryCreate(e.Request.Url, UriKind.Absolute, out var url)
                        ? url.GetLeftPart(UriPartial.Authority)
                        : "no address"
                )
                .CountBy(host => host)
                .OrderByDescending(host => host.Value)
                .Take(3)
                .Select(host => host.Key)
        )
            is { Length: > 0 } hosts
            ? hosts
            : "none";

    private static string Names(ImmutableArray<Uri> bases) =>
        bases.IsEmpty ? "an address that the specification names" : string.Join(" or ", bases);
}

/// <summary>What came of recorded traffic.</summary>
/// <param name="Result">The judged exchanges with their verdicts.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
public sealed record ReviewedTraffic(RunResult Result, GateDecision Gate, ReportOutcome Reports)
{
    /// <summary>All exchanges by operation and verdict, where the result has not kept each; else empty.</summary>
    public ImmutableArray<OperationCount> Counts { get; init; } = [];
}
