using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ExactlyOneResource;

namespace Conformance.Verdicts.Checks;

/// <summary>Requests sent at once with one key make one resource: one response creates, the others name it or wait.</summary>
internal sealed class ExactlyOneResource : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var recorded = seen.Recorded(expected.Step).Count();
        var answered = seen.AnsweredOf(expected.Step).ToArray();
        if (answered.Length < 2)
        {
            return StepIsMissing(expected.Step, "several answers to requests sent at once");
        }

        var findings = SeveralResources(expected, seen, answered)
            .Concat(SeveralCreations(expected, answered))
            .Concat(WrongStatuses(expected, answered))
            .ToArray();
        if (findings.Length > 0)
        {
            return Judgement.Broken(findings);
        }

        return answered.Length < recorded || answered.Any(a => a.Status == 429) || !answered.Any(a => a.IsSuccess)
            ? Judgement.NotJudged(
                $"step {expected.Step}",
                "an answer to each of the requests, one of them a creation",
                $"{recorded} sent, answered {Tally(answered)}",
                "run the case again when the target answers all of them"
            )
            : Judgement.Held;
    }

    private static IEnumerable<Finding> SeveralResources(Expected expected, SeenCase seen, SeenExchange[] answered)
    {
        var ids = answered
            .Concat(
                seen.Case.Steps.Where(s => expected.Afterwards.Contains(s.Name))
                    .SelectMany(s => seen.AnsweredOf(s.Name))
            )
            .Where(a => a.IsSuccess && a.Json is not null)
            .Select(a => FieldPath.Find(a.Json!.Value, expected.Identifier))
            .OfType<JsonElement>()
            .Select(id => id.GetRawText())
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (ids.Length > 1)
        {
            yield return new(
                $"step {expected.Step}, {answered.Length} responses, body, {FieldPath.Display(expected.Identifier)}",
                Cited.At("the same value in every response", expected.Requirement.Location),
                $"{ids.Length} different values: {Excerpt.OfText(string.Join(", ", ids))}",
                "look the key up and claim it in one atomic operation, before anything is created"
            );
        }

        foreach (var one in answered.Where(a => a.IsSuccess && Identifies(a, expected.Identifier) is false).Take(1))
        {
            yield return new(
                one.WhereInBody(expected.Identifier),
                Cited.At($"{expected.Identifier}, which names the resource", expected.Requirement.Location),
                one.Body.Defect ?? $"absent from {Excerpt.OfBytes(one.Response.Body)}",
                $"send {expected.Identifier} with status {one.Status}"
            );
        }
    }

    private static IEnumerable<Finding> SeveralCreations(Expected expected, SeenExchange[] answered)
    {
        var creations = answered.Count(a => a.Status == expected.CreationStatus);
        if (creations > 1 && !expected.OtherStatuses.Contains(expected.CreationStatus))
        {
            yield return new(
                $"step {expected.Step}, {answered.Length} responses, status line",
                Cited.At($"{expected.CreationStatus} once", expected.Requirement.Location),
                $"{expected.CreationStatus} {creations} times (answered {Tally(answered)})",
                $"answer the repetitions with {Cited.OneOf(expected.OtherStatuses)}"
            );
        }
    }

    private static IEnumerable<Finding> WrongStatuses(Expected expected, SeenExchange[] answered) =>
        answered
            .Where(a =>
                a.Status != expected.CreationStatus && a.Status != 429 && !expected.OtherStatuses.Contains(a.Status)
            )
            .Select(a => new Finding(
                a.Where("status line"),
                Cited.At(
                    $"{expected.CreationStatus} once, {Cited.OneOf(expected.OtherStatuses)} otherwise",
                    expected.Requirement.Location
                ),
                a.Summary(),
                "answer requests that arrive at once as the specification says of a key in use"
            ));

    private static bool Identifies(SeenExchange seen, string identifier) =>
        seen.Json is { } body && FieldPath.Find(body, identifier) is not null;

    private static string Tally(SeenExchange[] answered) =>
        string.Join(", ", answered.GroupBy(a => a.Status).OrderBy(g => g.Key).Select(g => $"{g.Count()} x {g.Key}"));
}
