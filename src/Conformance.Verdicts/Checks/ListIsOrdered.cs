using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ListIsOrdered;

namespace Conformance.Verdicts.Checks;

/// <summary>A list has its elements in the declared order. Elements with equal values may stand in any order.</summary>
internal sealed class ListIsOrdered : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        var way = expected.IsDescending ? "descending" : "ascending";
        if (ListedElements.Of(seen, expected.In) is not { } elements)
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                $"a list by {expected.Field} {way}",
                ListedElements.Defect(seen),
                "answer with the list"
            );
        }

        // Only what the elements show can be compared; an optional field may be absent.
        var shown = elements
            .Select((element, index) => (Value: FieldPath.Find(element, expected.Field), Index: index))
            .Where(e => e.Value is { } value && IsComparable(value))
            .Select(e => (Value: e.Value!.Value, e.Index))
            .ToList();
        if (!shown.Zip(shown.Skip(1)).Any(pair => Differ(pair.First.Value, pair.Second.Value)))
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                $"elements that differ in {expected.Field}, to see their order",
                $"{shown.Count} elements with comparable values, all of them equal",
                "see why the list does not show what was created for it"
            );
        }

        return Judgement.Broken([
            .. shown
                .Zip(shown.Skip(1))
                .Where(pair => IsWrong(expected, pair.First.Value, pair.Second.Value))
                .Take(1)
                .Select(pair => new Finding(
                    seen.WhereInBody($"{expected.In.Collection}[{pair.Second.Index}].{expected.Field}"),
                    Cited.At($"elements by {expected.Field} {way}", expected.Requirement.Location),
                    $"{Excerpt.OfValue(pair.Second.Value)} behind {Excerpt.OfValue(pair.First.Value)}",
                    $"sort by {expected.Field} {way} before pages are cut, or declare the order that is meant"
                )),
        ]);
    }

    private static bool IsWrong(Expected expected, JsonElement first, JsonElement second) =>
        expected.IsDescending ? IsLess(first, second) : IsLess(second, first);

    private static bool Differ(JsonElement one, JsonElement other) => IsLess(one, other) || IsLess(other, one);

    private static bool IsComparable(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number || FieldPath.TextOf(value) is { } text && Moment.Of(text) is not null;

    private static bool IsLess(JsonElement one, JsonElement other) =>
        (one.ValueKind, other.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => one.TryGetDecimal(out var a)
                && other.TryGetDecimal(out var b)
                && a < b,
            (JsonValueKind.String, JsonValueKind.String) => Moment
                .Of(FieldPath.TextOf(one)!)!
                .Value.IsBefore(Moment.Of(FieldPath.TextOf(other)!)!.Value),
            _ => false,
        };
}
