using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.OnlyAddition;

namespace Conformance.Verdicts.Checks;

/// <summary>Between two lists one resource was added, and no other.</summary>
internal sealed class OnlyAddition : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.Before) is not { } first)
        {
            return StepIsMissing(expected.Before, "a list to compare with");
        }

        if (seen.Final(expected.Created) is not { } created)
        {
            return StepIsMissing(expected.Created, $"a response with {expected.CreatedField}");
        }

        if (seen.Final(expected.After) is not { } last)
        {
            return StepIsMissing(expected.After, "a list");
        }

        var before = ListedElements.IdentifiersOf(first, expected.In);
        var after = ListedElements.IdentifiersOf(last, expected.In);
        if (before is null || after is null)
        {
            var list = before is null ? first : last;
            return Unknown(list, "a list of identified elements", ListedElements.Defect(list));
        }

        if (created.Json is not { } made || FieldPath.Find(made, expected.CreatedField) is not { } id)
        {
            return Unknown(
                created,
                $"{expected.CreatedField}, to look for",
                created.Body.Defect ?? $"absent from {Excerpt.OfBytes(created.Response.Body)}"
            );
        }

        return Judge(expected, last, [.. after.Except(before)], id.GetRawText()) with
        {
            Exchange = last.Exchange.Index,
        };
    }

    private static Judgement Judge(Expected expected, SeenExchange last, string[] added, string id)
    {
        var others = added.Where(other => other != id).ToArray();
        return (others, added.Contains(id)) switch
        {
            ([], true) => Judgement.Held,
            ([], false) => Unknown(
                last,
                $"an element with {expected.In.Identifier} {Excerpt.OfText(id)}, of step {expected.Created}",
                "a list without it, so that nothing can be said of other additions"
            ),
            _ => Judgement.Broken(
                new Finding(
                    last.WhereInBody(expected.In.Collection ?? ""),
                    Cited.At(
                        $"{Excerpt.OfText(id)} of step {expected.Created} as the only element that step {expected.Before} did not have",
                        expected.Requirement.Location
                    ),
                    $"also {others.Length} more: {Excerpt.OfText(string.Join(", ", others))}",
                    "make nothing of a request that is refused or repeated"
                )
            ),
        };
    }

    private static Judgement Unknown(SeenExchange seen, string demand, string reason) =>
        Judgement.NotJudged(
            seen.Where("body"),
            demand,
            reason,
            "run against a target with less data, or declare a search that is not paged"
        );
}
