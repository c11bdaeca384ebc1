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
        var read = cases.Select(c => new ReadCase(c)).ToList();
        var reasons = omissions
            .GroupBy(o => o.Requirement.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Reason, StringComparer.Ordinal);
        return new([.. entries.Concat(Beyond(entries, read)).Select(entry => Cover(entry, read, reasons))]);
    }

    // Rules of standards and of good practice stand in no line of a specification: they come with the cases.
    private static IEnumerable<InventoryEntry> Beyond(List<InventoryEntry> inventory, List<ReadCase> cases)
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

    private static CoveredRequirement Cover(
        InventoryEntry entry,
        List<ReadCase> cases,
        Dictionary<string, string> reasons
    )
    {
        ImmutableArray<string> ids = [.. cases.Where(c => c.Tests(entry)).Select(c => c.Id)];
        return new(entry, ids, ids.IsEmpty ? ReasonOf(entry, reasons) : null);
    }

    private static string? ReasonOf(InventoryEntry entry, Dictionary<string, string> reasons) =>
        entry.Observation is Observation.NotObserved(var reason)
            ? reason
            : reasons.GetValueOrDefault(entry.Requirement.Id) ?? entry.ReasonWhenUntested;

    /// <summary>A case, read once for all requirements: the ids it carries, and the answers that are due in it.</summary>
    private sealed class ReadCase
    {
        private readonly HashSet<string> carried;
        private readonly ImmutableArray<DueAnswer> due;

        public ReadCase(ContractCase of)
        {
            Id = of.Id;
            Endpoint = of.Endpoint;
            Requirements =
            [
                of.Requirement,
                .. of.Expectations.Select(e => e.Requirement),
                .. of.OverRun is { } overRun ? [overRun.Requirement] : Array.Empty<Requirement>(),
                .. of.Steps.SelectMany(ExpectationsOf.Step).Select(e => e.Requirement),
            ];
            carried = Requirements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            due = [.. DueAnswer.Of(of)];
        }

        public string Id { get; }

        public Endpoint? Endpoint { get; }

        public ImmutableArray<Requirement> Requirements { get; }

        public bool Tests(InventoryEntry entry) =>
            entry.Observation switch
            {
                Observation.ByCase by => carried.Contains(by.JudgedAs),
                Observation.OnEveryExchange on => carried.Contains(entry.Requirement.Id) || due.Any(on.Answers.Include),
                _ => false,
            };
    }
}
