using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ListLacks;

namespace Conformance.Verdicts.Checks;

/// <summary>A list lacks a resource. A step that made none has nothing that a list could lack.</summary>
internal sealed class ListLacks : CaseCheck<Expected>
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

        if (!first.IsSuccess)
        {
            return Judgement.DoesNotApply;
        }

        if (first.Json is not { } made || FieldPath.Find(made, expected.FirstField) is not { } id)
        {
            return Judgement.NotJudged(
                first.WhereInBody(expected.FirstField),
                $"{expected.FirstField}, to look for",
                first.Body.Defect ?? $"absent from {Excerpt.OfBytes(first.Response.Body)}",
                $"see why step {expected.First} did not answer with it"
            );
        }

        var listed = ListedElements.IdentifiersOf(second, expected.In);
        var demand = Cited.At(
            $"a list without {expected.In.Identifier} {Excerpt.OfValue(id)}, of step {expected.First}",
            expected.Requirement.Location
        );
        return listed is null
            ? Judgement.Broken(
                new Finding(second.Where("body"), demand, ListedElements.Defect(second), "answer with the list")
            )
            : Judgement.Broken([
                .. listed
                    .Where(other => other == id.GetRawText())
                    .Take(1)
                    .Select(_ => new Finding(
                        second.WhereInBody(expected.In.Collection ?? ""),
                        demand,
                        $"an element with {expected.In.Identifier} {Excerpt.OfValue(id)}",
                        "list what belongs there, and nothing else"
                    )),
            ]) with
            {
                Exchange = second.Exchange.Index,
            };
    }
}
