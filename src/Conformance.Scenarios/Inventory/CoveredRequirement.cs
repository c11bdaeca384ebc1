using System.Collections.Immutable;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Inventory;

/// <summary>A requirement with the cases that test it.</summary>
/// <param name="Entry">The requirement.</param>
/// <param name="CaseIds">Ids of the cases, in their order; empty when none tests it.</param>
/// <param name="Reason">Why none does; null when some do, and when nobody knows.</param>
public sealed record CoveredRequirement(InventoryEntry Entry, ImmutableArray<string> CaseIds, string? Reason)
{
    /// <summary>The sentence.</summary>
    public Requirement Requirement => Entry.Requirement;

    /// <summary>Whether a case tests it.</summary>
    public bool IsTested => !CaseIds.IsEmpty;

    /// <summary>Whether no case tests it and nothing says why.</summary>
    public bool IsGap => !IsTested && Reason is null;
}
