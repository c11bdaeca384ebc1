using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ListContainsOnce;

namespace Conformance.Verdicts.Checks;

/// <summary>A resource that was created is in the list, once. A full page without it leaves the question open.</summary>
internal sealed class ListContainsOnce : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { } first)
        {
            return StepIsMissing(expected.First, $"a response with {expected.FirstField}");
        }

        if (seen.Final(expected.Second) is not { } second)
        {
            return StepIsMissing(expected.Second, "a list");
        }

        if (first.Json is not { } created || FieldPath.Find(created, expected.FirstField) is not { } id)
        {
            return Judgement.NotJudged(
                first.WhereInBody(expected.FirstField),
                $"{expected.FirstField}, to look for",
                first.Body.Defect ?? $"absent from {Excerpt.OfBytes(first.Response.Body)}",
                $"see why step {expected.First} did not answer with it"
            );
        }

        return Judge(expected, second, id) with
        {
            Exchange = second.Exchange.Index,
        };
    }

    private static Judgement Judge(Expected expected, SeenExchange list, JsonElement id)
    {
        var elements = Elements(expected, list);
        if (elements is null)
        {
            return Judgement.Broken(
                Finding(expected, list, id, list.Body.Defect ?? $"no array in {Excerpt.OfBytes(list.Response.Body)}")
            );
        }

        var times = elements.Count(e =>
            FieldPath.Find(e, expected.Identifier) is { } other && JsonElement.DeepEquals(other, id)
        );
        return times switch
        {
            1 => Judgement.Held,
            0 when elements.Count >= expected.PageSize => Judgement.NotJudged(
                list.WhereInBody(expected.Collection ?? ""),
                $"an element with {expected.Identifier} {Excerpt.OfValue(id)}",
                $"a full page of {elements.Count} without it",
                "list with a greater page, or run against a target with less data"
            ),
            _ => Judgement.Broken(Finding(expected, list, id, $"{times} such elements of {elements.Count}")),
        };
    }

    private static List<JsonElement>? Elements(Expected expected, SeenExchange list) =>
        list.Json is { } body
        && FieldPath.Find(body, expected.Collection ?? "") is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray()]
            : null;

    private static Finding Finding(Expected expected, SeenExchange list, JsonElement id, string actual) =>
        new(
            list.WhereInBody(expected.Collection ?? ""),
            Cited.At(
                $"one element with {expected.Identifier} {Excerpt.OfValue(id)}, as step {expected.First} answered",
                expected.Requirement.Location
            ),
            actual,
            "list every resource that was created, once"
        );
}
