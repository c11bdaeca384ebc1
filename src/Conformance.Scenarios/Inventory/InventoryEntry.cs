using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>One requirement of a specification, whether or not a case tests it.</summary>
/// <param name="Requirement">The sentence, with its level, its basis and its line.</param>
/// <param name="Section">The part of the specification it stands in.</param>
/// <param name="Endpoint">The operation it is about; null when it is about none in particular.</param>
/// <param name="Observation">How it can be seen whether a target keeps it.</param>
public sealed record InventoryEntry(
    Requirement Requirement,
    InventorySection Section,
    Endpoint? Endpoint,
    Observation Observation
)
{
    /// <summary>
    /// Why it may be right that no case tests it, though it is judged wherever it shows; null when a case is due.
    /// </summary>
    public string? ReasonWhenUntested { get; init; }
}
