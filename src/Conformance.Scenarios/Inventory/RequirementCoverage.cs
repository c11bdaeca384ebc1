using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Which cases test which requirement, and why some are tested by none.</summary>
public sealed class RequirementCoverage
{
    private RequirementCoverage(ImmutableArray<CoveredRequirement> requirements) => Requirements = requirements;

    /// <summary>Every requirement of the inventory, in its order, then what cases test beyond it.</summary>
    public ImmutableArray<CoveredRequirement> Requirements { get; }

    /// <summary>The requirements that some case tests.</summary>
    public IEnumerable<CoveredRequirement> Tested => Requirements.Where(r => r.IsTested);

    /// <summary>The requirements that no case tests.</summary>
    public IEnumerable<CoveredRequirement> Untested => Requirements.Where(r => !r.IsTested);

    /// <summary>The requirements that can fail a target, that no case tests, and of which nothing says why.</summary>
    public IEnumerable<CoveredRequirement> Gaps => Requirements.Where(r => r.IsGap && r.Requirement.Gates);

    /// <summary>Finds the cases of every requirement.</summary>
    /// <param name="inventory">The requirements.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="omissions">What the compiler left out, with its reasons.</param>
    public static RequirementCoverage Of(
        IEnumerable<InventoryEntry> inventory,
        IEnumerable<ContractCase> cases,
        IEnumerable<Omission> omissions
    )
    {
        var entries = inventory.ToList();
        var read = new ReadCases(cases);
        var reasons = omissions
            .GroupBy(o => o.Requirement.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Reason, StringComparer.Ordinal);
        return new([.. entries.Concat(Beyond(entries, read.All)).Select(entry => Cover(entry, read, reasons))]);
    }

    // Rules of standards and of good practice stand in no line of a specification: they come with the cases.
    private static IEnumerable<InventoryEntry> Beyond(List<InventoryEntry> inventory, IEnumerable<ReadCase> cases)
    {
        var known = inventory.Select(e => e.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        return cases
            .SelectMany(c => c.Requirements.Select(r => (Requirement: r, c.Endpoint)))
            .Where(t => known.Add(t.Requirement.Id))
            .Select(t => new InventoryEntry(
                t.Requirement,
                InventorySection.Standards,
                t.Endpoint is { } endpoint
                && t.Requirement.Id.StartsWith($"{endpoint.OperationId.Value}.", StringComparison.Ordinal)
                    ? endpoint
                    : null,
                new Observation.ByCase(t.Requirement.Id)
            ))
            .ToList();
    }

    private static CoveredRequirement Cover(InventoryEntry entry, ReadCases cases, Dictionary<string, string> reasons)
    {
        ImmutableArray<string> ids = [.. cases.That(entry).Select(c => c.Id)];
        return new(entry, ids, ids.IsEmpty ? ReasonOf(entry, reasons) : null);
    }

    private static string? ReasonOf(InventoryEntry entry, Dictionary<string, string> reasons) =>
        entry.Observation is Observation.NotObserved(var reason)
            ? reason
            : reasons.GetValueOrDefault(entry.Requirement.Id) ?? entry.ReasonWhenUntested;
}
