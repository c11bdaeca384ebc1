using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.FieldsPersist;

namespace Conformance.Verdicts.Checks;

/// <summary>What two responses show of one resource agrees.</summary>
internal sealed class FieldsPersist : CaseCheck<Expected>
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

        if (first.Json is not { ValueKind: JsonValueKind.Object } before)
        {
            return NothingToCompare(expected, first, first);
        }

        if (Resource(expected, before, second) is not { } after)
        {
            return NothingToCompare(expected, first, second);
        }

        var compared = Fields(expected, before, after).Where(f => IsComparable(expected, before, after, f)).ToList();
        return compared.Count == 0
            ? NothingToCompare(expected, first, second)
            : Judgement.Broken([
                .. compared
                    .Where(field => !Agrees(before, after, field))
                    .Select(field => Contradiction(expected, before, after, second, field)),
            ]) with
            {
                Exchange = second.Exchange.Index,
            };
    }

    private static JsonElement? Resource(Expected expected, JsonElement before, SeenExchange second) =>
        expected.In is not { } place
            ? second.Json is { ValueKind: JsonValueKind.Object } body
                ? body
                : null
            : FieldPath.Find(before, place.Identifier) is { } id
                ? ListedElements
                    .Of(second, place)
                    ?.Where(e => FieldPath.Find(e, place.Identifier) is { } other && JsonElement.DeepEquals(other, id))
                    .Select(e => (JsonElement?)e)
                    .FirstOrDefault()
                : null;

    private static IEnumerable<string> Fields(Expected expected, JsonElement before, JsonElement after) =>
        expected.Moving.All(field => Agrees(before, after, field))
            ? expected.Fields.Concat(expected.Touched)
            : expected.Fields;

    private static bool IsComparable(Expected expected, JsonElement before, JsonElement after, string field) =>
        FieldPath.Find(before, field) is { ValueKind: not JsonValueKind.Null }
            ? expected.HasSameForm || FieldPath.Find(after, field) is not null
            : FieldPath.Find(before, field) is not null && FieldPath.Find(after, field) is not null;

    private static bool Agrees(JsonElement before, JsonElement after, string field) =>
        (FieldPath.Find(before, field), FieldPath.Find(after, field)) switch
        {
            ({ } one, { } other) => ValueAgreement.Agree(one, other),
            (null, null) => true,
            _ => false,
        };

    private static Finding Contradiction(
        Expected expected,
        JsonElement before,
        JsonElement after,
        SeenExchange second,
        string field
    ) =>
        new(
            second.WhereInBody(expected.In is { } place ? $"{place.Collection}[].{field}" : field),
            Cited.At(
                $"{Excerpt.OfValue(FieldPath.Find(before, field)!.Value)}, as step {expected.First} answered",
                expected.Requirement.Location
            ),
            FieldPath.Find(after, field) is { } value ? Excerpt.OfValue(value) : "absent",
            $"keep {field} as it was, or change what the specification says of it"
        );

    private static Judgement NothingToCompare(Expected expected, SeenExchange first, SeenExchange second) =>
        Judgement.NotJudged(
            second.Where("body"),
            $"{Cited.OneOf(expected.Fields)}, also in step {expected.First}",
            second.Body.Defect ?? first.Body.Defect ?? Excerpt.OfBytes(second.Response.Body),
            "see why the two responses have none of these fields in common"
        );
}
