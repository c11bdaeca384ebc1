using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Summary;

/// <summary>Turns a finished run into its summary.</summary>
internal static class Summarizer
{
    /// <summary>What a reader looks for before trusting the rest.</summary>
    public const string Format = "conformance-summary";

    /// <summary>Raised when a key goes away or changes its meaning; additions do not count.</summary>
    public const int Version = 1;

    /// <summary>The summary of a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="mask">Replaces secrets in a text.</param>
    public static SummaryDocument Summarize(RunResult result, Func<string, string> mask)
    {
        var findings = RunFindings.Group(result.Cases);
        return new(
            Format,
            Version,
            Describe(result),
            Count(result.Cases),
            CountRequirements(result),
            Group(result.Cases, c => KindNames.Of(c.Case.Kind)),
            Group(result.Cases, c => Terms.SubjectOf(c.Case)),
            result.Requests,
            Milliseconds(result.Duration),
            result.ExitCode,
            [.. findings.Failures.Concat(findings.Warnings).Select(Describe)],
            [.. findings.Observations.Select(Describe)],
            [.. result.Cases.Select(c => Describe(c, ObservedSequence.Of(c, result.Run.Subject, mask)))],
            result.LeftBehind,
            result.Notes
        );
    }

    private static SummaryRun Describe(RunResult result)
    {
        var run = result.Run;
        var specification = run.Specification;
        return new(
            run.RunId,
            Terms.Of(run.Subject),
            run.StartedAt,
            run.ToolVersion,
            run.Seed,
            run.Environment,
            run.IsSimulated,
            run.BaseUrl.ToString(),
            result.WasInterrupted,
            run.Filter,
            run.Profile,
            new(
                specification.Info.Title.Value,
                specification.Info.Version?.Value,
                specification.Digest,
                specification.Files
            )
        );
    }

    private static SummaryCounts Count(IReadOnlyCollection<CaseResult> cases)
    {
        int Of(Verdict verdict) => cases.Count(c => c.Verdict == verdict);
        return new(
            cases.Count,
            Of(Verdict.Passed),
            Of(Verdict.Failed),
            Of(Verdict.Inconclusive),
            Of(Verdict.Skipped),
            Of(Verdict.Error)
        );
    }

    private static SummaryRequirements CountRequirements(RunResult result)
    {
        var coverage = RunCoverage.Of(result);
        var tested = coverage.Count(r => r.IsTested);
        return new(coverage.Length, tested, coverage.Length - tested);
    }

    private static ImmutableArray<SummaryGroup> Group(ImmutableArray<CaseResult> cases, Func<CaseResult, string> key) =>
        [.. cases.GroupBy(key).Select(g => new SummaryGroup(g.Key, Count([.. g])))];

    private static SummaryFindingGroup Describe(FindingGroup group) =>
        new(
            group.Cause,
            group.Example.Check,
            Terms.Of(group.Example.Outcome),
            group.Example.Requirement.Id,
            Describe(group.Example.Finding),
            group.Times,
            group.Answers,
            group.CaseIds
        );

    private static SummaryCase Describe(CaseResult result, string? sequence) =>
        new(
            result.Case.Id,
            result.Case.Title,
            KindNames.Of(result.Case.Kind),
            Terms.SubjectOf(result.Case),
            Terms.Of(result.Verdict),
            result.Reason,
            Describe(result.Case.Requirement),
            result.Record?.StartedAt,
            Milliseconds(result.Record?.Duration ?? TimeSpan.Zero),
            Describe(result.Checks),
            [.. (result.Record?.Exchanges ?? []).Select(Describe)],
            result.Repeat,
            sequence,
            result.Case.NotObserved,
            result.Record?.Notes ?? [],
            result.Flakiness is { } flakiness ? FlakinessRule.NameOf(flakiness) : null,
            result.Attempts.IsEmpty ? null : [.. result.Attempts.Select(Describe)]
        );

    private static SummaryAttempt Describe(CaseAttempt attempt) =>
        new(
            attempt.Number,
            attempt.Setting is AttemptSetting.Alone,
            Terms.Of(attempt.Verdict),
            attempt.Reason,
            attempt.Record?.StartedAt,
            Milliseconds(attempt.Record?.Duration ?? TimeSpan.Zero),
            Describe(attempt.Checks),
            [.. (attempt.Record?.Exchanges ?? []).Select(Describe)]
        );

    private static ImmutableArray<SummaryCheck> Describe(ImmutableArray<CheckResult> checks) =>
        [
            .. checks.Select(c => new SummaryCheck(
                c.Check,
                Terms.Of(c.Outcome),
                c.Requirement.Id,
                c.Exchange,
                Describe(c.Finding)
            )),
        ];

    private static SummaryRequirement Describe(Requirement requirement) =>
        new(
            requirement.Id,
            Terms.Of(requirement.Level),
            Terms.Of(requirement.Basis),
            requirement.Statement,
            requirement.Location.ToString(),
            requirement.References
        );

    private static SummaryFinding? Describe(Finding? finding) =>
        finding is null ? null : new(finding.Where, finding.Expected, finding.Actual, finding.Fix);

    private static SummaryExchange Describe(Exchange exchange) =>
        new(
            exchange.Index,
            exchange.Step,
            exchange.Request.Method,
            exchange.Request.Url.ToString(),
            exchange.Response?.Status,
            exchange.Failure?.Message,
            Math.Round(exchange.Duration.TotalMilliseconds, 3)
        );

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
