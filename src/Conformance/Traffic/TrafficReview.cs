using System.Collections.Immutable;
using Conformance.Execution.Secrets;
using Conformance.Reports;
using Conformance.Specification.Model;
using Conformance.Verdicts;
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
        var finder = new OperationFinder(specification, bases);
        var entries = har.Value.Log.Entries;
        var ours = entries
            .Select((entry, i) => (Entry: entry, Number: i + 1))
            .Where(e => Uri.TryCreate(e.Entry.Request.Url, UriKind.Absolute, out var url) && finder.IsOurs(url))
            .ToArray();
        if (ours.Length == 0)
        {
            return Refusal.Configuration(
                $"None of the {entries.Length} requests in '{options.File}' goes to {Names(bases)}.",
                "Say where the API answered: --base-url URL."
            );
        }

        var mask = new SecretMask();
        var cases = new RecordedCases(mask, specification);
        var judging = new JudgeContext
        {
            Specification = specification,
            IsStrict = options.IsStrict,
            Mask = mask.Apply,
        };
        var found = ours.Select(e =>
                (e.Entry, e.Number, Endpoint: finder.Find(e.Entry.Request.Method, new Uri(e.Entry.Request.Url)))
            )
            .ToArray();
        ImmutableArray<CaseResult> results =
        [
            .. found
                .Where(e => e.Endpoint is not null)
                .Select(e => CaseJudge.Judge(cases.Of(e.Entry, e.Number, e.Endpoint!), judging)),
        ];
        string?[] notes =
        [
            ours.Length == entries.Length
                ? null
                : $"{entries.Length - ours.Length} requests go to other servers, and were not judged.",
            .. found
                .Where(e => e.Endpoint is null)
                .GroupBy(e => $"{e.Entry.Request.Method} {new Uri(e.Entry.Request.Url).AbsolutePath}")
                .Select(g =>
                    $"{g.Key} is no operation that the specification declares ({g.Count()} x, first entry {g.First().Number}); not judged."
                ),
        ];
        return await ReportAsync(
            options,
            context,
            specification,
            mask,
            results,
            [.. notes.OfType<string>()],
            cancellationToken
        );
    }

    private static async Task<Attempt<ReviewedTraffic>> ReportAsync(
        TrafficOptions options,
        RunContext context,
        IntegrationSpecification specification,
        SecretMask mask,
        ImmutableArray<CaseResult> results,
        ImmutableArray<string> notes,
        CancellationToken cancellationToken
    )
    {
        var reporting = new ReportOptions
        {
            Folder = options.OutputFolder,
            Mask = mask.Apply,
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
        var run = new RunDescription
        {
            Specification = specification,
            BaseUrl = options.BaseUrl ?? OperationFinder.BasesOf(specification)[0],
            Environment = "recorded",
            Seed = 1,
            ToolVersion = ToolVersion.Current,
            StartedAt = context.Time.GetUtcNow(),
            RunId = Guid.NewGuid().ToString(),
        };
        if (await reports.StartAsync(run, cancellationToken) is [var problem, ..])
        {
            return Refusal.Configuration(problem.ToString());
        }

        foreach (var result in results)
        {
            await reports.CaseFinishedAsync(result, cancellationToken);
        }

        var finished = new RunResult
        {
            Run = run,
            Cases = results,
            Duration = TimeSpan.FromTicks(results.Sum(r => r.Record!.Duration.Ticks)),
            Requests = results.Length,
            Notes = notes,
        };
        var decision = new GatePolicy { AllowedInconclusive = options.AllowedInconclusive }.Decide(
            [.. results.Select(r => r.Case.Id)],
            finished
        );
        finished = finished with { ExitCode = decision.ExitCode, ExitReason = decision.Reason };
        var written = await reports.FinishAsync(finished, cancellationToken);
        return new ReviewedTraffic(finished, RunGate.Narrow(decision, [], written), written);
    }

    private static string Names(ImmutableArray<Uri> bases) =>
        bases.IsEmpty ? "an address that the specification names" : string.Join(" or ", bases);
}

/// <summary>What came of recorded traffic.</summary>
/// <param name="Result">Every judged exchange with its verdict.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
public sealed record ReviewedTraffic(RunResult Result, GateDecision Gate, ReportOutcome Reports);
