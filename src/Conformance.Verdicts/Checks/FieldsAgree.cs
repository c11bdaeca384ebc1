using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldsAgree;

namespace Conformance.Verdicts.Checks;

/// <summary>Two responses have the same values in the same fields.</summary>
internal sealed class FieldsAgree : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { } first)
        {
            return StepIsMissing(expected.First, "a response to compare with");
        }

        if (seen.Final(expected.Second) is not { } second)
        {
            return StepIsMissing(expected.Second, "a response to compare");
        }

        if (first.Json is not { } before || !expected.Fields.All(field => FieldPath.Exists(before, field)))
        {
            return Judgement.NotJudged(
                first.Where("body"),
                $"{Cited.OneOf(expected.Fields)}, to compare with",
                first.Body.Defect ?? Excerpt.OfBytes(first.Response.Body),
                $"see why step {expected.First} did not answer with them"
            );
        }

        return Judgement.Broken([
            .. expected
                .Fields.Where(field => !Agrees(before, second.Json, field))
                .Select(field => Finding(expected, first, second, field)),
        ]) with
        {
            Exchange = second.Exchange.Index,
        };
    }

    private static bool Agrees(JsonElement before, JsonElement? after, string field)
    {
        if (after is not { } body)
        {
            return false;
        }

        var one = FieldPath.Select(before, field);
        var other = FieldPath.Select(body, field);
        return one.Count == other.Count && one.Zip(other).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
    }

    private static Finding Finding(Expected expected, SeenExchange first, SeenExchange second, string field)
    {
        var before = FieldPath.Find(first.Json!.Value, field) is { } named ? Excerpt.OfValue(named) : "no element";
        var after = second.Json is { } body && FieldPath.Find(body, field) is { } value ? Excerpt.OfValue(value) : null;
        return new(
            second.WhereInBody(field),
            Cited.At($"{before}, as step {expected.First} answered", expected.Requirement.Location),
            after ?? second.Body.Defect ?? $"absent from {Excerpt.OfBytes(second.Response.Body)}",
            $"answer both requests with the same {field}"
        );
    }
}
