using System.Text;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>Turns a finished case into its result and attachments; writes nothing.</summary>
internal sealed class AllureTest(
    RunDescription run,
    ReportOptions options,
    BuildServer server,
    AllureJsonContext json,
    SchemaTexts schemas,
    TimelineLanes lanes
)
{
    /// <summary>The result of a case, and the files it refers to.</summary>
    public (AllureResult Result, IReadOnlyList<(string File, byte[] Content)> Attachments) Describe(
        CaseResult result,
        int? attempt = null
    )
    {
        var uuid = attempt is { } number
            ? AllureIds.OfExecution(run, result.Case, number)
            : AllureIds.OfExecution(run, result.Case);
        var attachments = new AttachmentSet(uuid);
        var start = (result.Record?.StartedAt ?? run.StartedAt).ToUnixTimeMilliseconds();
        var stop = start + (long)Math.Ceiling((result.Record?.Duration ?? TimeSpan.Zero).TotalMilliseconds);
        var steps = new AllureSteps(schemas, options, json, attachments).Of(result, start);
        var sequence = ObservedSequence.Of(result, run.Subject, options.Mask);
        var document = new AllureResult
        {
            Uuid = uuid,
            HistoryId = AllureIds.OfTest(run, result.Case),
            TestCaseId = AllureIds.OfTest(run, result.Case),
            FullName = AllureIds.FullName(run, result.Case),
            TitlePath =
            [
                run.Specification.Info.Title.Value,
                KindNames.Of(result.Case.Kind),
                Terms.SubjectOf(result.Case),
            ],
            Name = result.Case.Title,
            Description = AllureDescription.Of(result, sequence),
            Status = AllureStatuses.Of(result.Verdict),
            StatusDetails = AllureStatuses.DetailsOf(result),
            Start = start,
            Stop = stop,
            Labels = AllureLabels.Of(run, result, options.Host, result.Record is null ? 1 : lanes.Choose(start, stop)),
            Links = AllureLinks.Of(result.Case.Requirement, server),
            Parameters =
            [
                new("target", run.BaseUrl.ToString(), Excluded: true),
                new("environment", run.Environment, Excluded: true),
                new("seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), Excluded: true),
            ],
            Steps = steps,
            Attachments = sequence is null
                ? []
                : [attachments.Add("observed sequence", "text/plain", "mmd", Encoding.UTF8.GetBytes(sequence))],
        };
        return (document, attachments.Files);
    }
}
