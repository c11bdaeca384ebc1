using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.PagesJoin;

namespace Conformance.Verdicts.Checks;

/// <summary>Pages have the elements of one long page: none twice, none lost.</summary>
internal sealed class PagesJoin : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.Whole) is not { } whole)
        {
            return StepIsMissing(expected.Whole, "a list to compare with");
        }

        var ids = ListedElements.IdentifiersOf(whole, expected.In);
        if (ids is not { Count: > 0 })
        {
            return Judgement.NotJudged(
                whole.Where("body"),
                "a list with elements, to compare with",
                ids is null ? ListedElements.Defect(whole) : "an empty list",
                $"see why step {expected.Whole} did not answer with them"
            );
        }

        var joined = new List<string>();
        foreach (var step in expected.Pages)
        {
            if (seen.Final(step) is not { } page)
            {
                return StepIsMissing(step, "a page");
            }

            if (ListedElements.IdentifiersOf(page, expected.In) is not { } part)
            {
                return Judgement.NotJudged(
                    page.Where("body"),
                    "a page of identified elements",
                    ListedElements.Defect(page),
                    "answer with the list"
                );
            }

            joined.AddRange(part);
        }

        if (!joined.SequenceEqual(ids))
        {
            var last = seen.Final(expected.Pages[^1])!;
            return Judgement.Broken(Finding(expected, last, ids, joined)) with { Exchange = last.Exchange.Index };
        }

        return ids.Count < expected.Asked
            ? Judgement.Broken(TooShort(expected, whole, ids.Count)) with
            {
                Exchange = whole.Exchange.Index,
            }
            : Judgement.Held;
    }

    private static Finding TooShort(Expected expected, SeenExchange whole, int count) =>
        new(
            whole.WhereInBody(expected.In.Collection ?? ""),
            Cited.At(
                $"{expected.Asked} elements, for so many were asked for and more were created before",
                expected.Requirement.Location
            ),
            $"{count} elements",
            "fill a page up to the size that is asked for, or publish the greatest size that holds"
        );

    private static Finding Finding(
        Expected expected,
        SeenExchange last,
        IReadOnlyList<string> whole,
        List<string> joined
    )
    {
        var repeated = joined.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        var lost = whole.Except(joined).ToArray();
        var what =
            repeated.Length > 0 ? $"more than once: {string.Join(", ", repeated)}"
            : lost.Length > 0 ? $"missing: {string.Join(", ", lost)}"
            : string.Join(", ", joined);
        return new(
            last.WhereInBody(expected.In.Collection ?? ""),
            Cited.At(
                $"in {Cited.Steps(expected.Pages)}, the {whole.Count} elements of step {expected.Whole} in their order: {Excerpt.OfText(string.Join(", ", whole))}",
                expected.Requirement.Location
            ),
            $"{joined.Count} elements, {Excerpt.OfText(what)}",
            "cut pages from one stable order, each where the one before ends"
        );
    }
}
