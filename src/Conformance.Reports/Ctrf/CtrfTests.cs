using Conformance.Reports.Allure;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Ctrf;

/// <summary>Turns cases into tests of a CTRF report.</summary>
/// <param name="run">The run.</param>
/// <param name="findings">Its findings.</param>
/// <param name="server">The build server.</param>
internal sealed class CtrfTests(RunDescription run, RunFindings findings, BuildServer server)
{
    /// <summary>The test of a case.</summary>
    public CtrfTest Of(CaseResult result)
    {
        var start = (result.Record?.StartedAt ?? run.StartedAt).ToUnixTimeMilliseconds();
        var duration = Milliseconds(result.Record?.Duration ?? TimeSpan.Zero);
        var requirement = result.Case.Requirement;
        return new(
            Guid.Parse(AllureIds.OfExecution(run, result.Case)),
            AllureIds.FullName(run, result.Case),
            $"{result.Case.Id} {result.Case.Title}",
            StatusOf(result.Verdict),
            Terms.Of(result.Verdict),
            duration,
            start,
            start + duration,
            [run.Specification.Info.Title.Value, KindNames.Of(result.Case.Kind), Terms.SubjectOf(result.Case)],
            Text(EvidenceText.Headline(result)),
            Text(EvidenceText.Full(result, findings)),
            SourcePath.Of(requirement.Location, server),
            requirement.Location.Line > 0 ? requirement.Location.Line : null,
            "contract",
            [.. result.Case.Tags, .. result.Warnings.Any() ? (string[])["warning"] : []],
            new(
                requirement.Id,
                Terms.Of(requirement.Level),
                Terms.Of(requirement.Basis),
                KindNames.Of(result.Case.Kind),
                Terms.SubjectOf(result.Case)
            ),
            result.Attempts.IsEmpty ? null : result.Attempts.Length,
            result.Attempts.IsEmpty ? null : [.. result.Attempts.Select(a => Of(a, a.AsResult(result)))],
            result is { Verdict: Verdict.Passed, Flakiness: not null } ? true : null,
            [.. result.Checks.Select(c => new CtrfStep($"{c.Check}: {c.Requirement.Id}", StatusOf(c.Outcome)))]
        );
    }

    private CtrfAttempt Of(CaseAttempt attempt, CaseResult result)
    {
        var start = (result.Record?.StartedAt ?? run.StartedAt).ToUnixTimeMilliseconds();
        var duration = Milliseconds(result.Record?.Duration ?? TimeSpan.Zero);
        return new(
            attempt.Number,
            StatusOf(attempt.Verdict),
            duration,
            Text(EvidenceText.Headline(result)),
            Text(EvidenceText.Full(result)),
            start,
            start + duration
        );
    }

    /// <summary>Our verdicts in CTRF's words: what decides nothing is neither passed nor skipped on purpose.</summary>
    public static CtrfStatus StatusOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => CtrfStatus.Passed,
            Verdict.Failed => CtrfStatus.Failed,
            Verdict.Skipped => CtrfStatus.Skipped,
            _ => CtrfStatus.Other,
        };

    private static CtrfStatus StatusOf(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Held or CheckOutcome.Warned or CheckOutcome.Observed => CtrfStatus.Passed,
            CheckOutcome.Broken => CtrfStatus.Failed,
            _ => CtrfStatus.Skipped,
        };

    /// <summary>A duration in whole milliseconds, as the format counts.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
