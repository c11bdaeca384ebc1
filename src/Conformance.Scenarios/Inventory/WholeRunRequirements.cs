using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Inventory;

/// <summary>What holds over all exchanges of a run: headers that tell one story, ids that lead to one thing.</summary>
internal sealed class WholeRunRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        RunSentences
            .All(context.Specification, context.Effective)
            .Select(requirement => new Entries(SectionOf(requirement)).ByCase(requirement));

    private static InventorySection SectionOf(Requirement requirement) =>
        requirement.Id.Split('.')[0] switch
        {
            "rate_limits" => InventorySection.RateLimits,
            "error_format" => InventorySection.Errors,
            _ => InventorySection.Resources,
        };
}
