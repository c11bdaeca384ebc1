using Conformance.Scenarios.Requirements;
using Conformance.Scenarios.Sequences;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>The sequence diagrams: each way through one, and what of it cannot be seen.</summary>
internal sealed class SequenceRequirements : IRequirementSource
{
    private readonly Entries entries = new(InventorySection.Sequences);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context)
    {
        foreach (var ways in DiagramPath.All(context.Specification).GroupBy(p => p.Diagram))
        {
            foreach (var way in ways)
            {
                var requirement = SequenceSentences.Of(way);
                yield return way.Calls.Any()
                    ? entries.ByCase(requirement)
                    : entries.NotObserved(requirement, "It shows no call of an operation that a run could make.");
            }

            foreach (var entry in Messages(ways.Key, ways.ToList()))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<InventoryEntry> Messages(SequenceDiagram diagram, List<DiagramPath> ways)
    {
        for (var number = 0; number < diagram.Messages.Length; number++)
        {
            var requirement = SequenceSentences.Message(diagram, ways[0].Key, number);
            var on = ways.Find(w => w.Calls.Any() && w.Messages.Any(m => m.Number == number));
            yield return diagram.Messages[number].Meaning switch
            {
                DiagramMeaning.Unobserved unobserved => entries.NotObserved(requirement, unobserved.Reason),
                DiagramMeaning.Undeclared undeclared => entries.NotObserved(
                    requirement,
                    $"It shows what is not declared: {undeclared.Problem}."
                ),
                _ when on is null => entries.NotObserved(
                    requirement,
                    "It follows from no call that the diagram shows."
                ),
                _ => entries.ByCase(requirement, SequenceSentences.Of(on).Id),
            };
        }
    }
}
