using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ListIsAsBefore;

namespace Conformance.Verdicts.Checks;

/// <summary>A list shows nothing after a refused request that it did not show before.</summary>
internal sealed class ListIsAsBefore : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (
            seen.Final(expected.Refused) is not { Status: 429 }
            || Identifiers(expected, seen.Final(expected.Before)) is not { } before
            || seen.Final(expected.After) is not { } list
            || Identifiers(expected, list) is not { } after
        )
        {
            return Judgement.DoesNotApply;
        }

        var added = after.Except(before, StringComparer.Ordinal).ToArray();
        return added.Length == 0
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    list.WhereInBody(expected.Collection ?? ""),
                    Cited.At("the elements that were there before", expected.Requirement.Location),
                    $"also {expected.Identifier} {Excerpt.OfText(added[0])}, after a request that was refused with 429",
                    "refuse a request over the limit before anything of it is carried out"
                )
            ) with
            {
                Exchange = list.Exchange.Index,
            };
    }

    private static string[]? Identifiers(Expected expected, SeenExchange? list) =>
        list is { IsSuccess: true, Json: { } body }
        && FieldPath.Find(body, expected.Collection ?? "") is { ValueKind: JsonValueKind.Array } array
            ?
            [
                .. array
                    .EnumerateArray()
                    .Select(e => FieldPath.Find(e, expected.Identifier)?.GetRawText())
                    .OfType<string>(),
            ]
            : null;
}
