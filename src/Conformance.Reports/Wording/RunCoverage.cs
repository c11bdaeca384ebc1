using System.Collections.Immutable;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>The requirements of a specification, with the cases of a run that tested them.</summary>
internal static class RunCoverage
{
    /// <summary>
    /// Every requirement, with the cases that tested it. A case that came to nothing tests nothing: only what passed or
    /// failed counts.
    /// </summary>
    /// <param name="result">The run.</param>
    public static ImmutableArray<CoveredRequirement> Of(RunResult result)
    {
        var judged = result
            .Cases.Where(c => c.Verdict is Verdict.Passed or Verdict.Failed)
            .Select(c => c.Case)
            .ToList();
        return result.Run.Subject is RunSubject.Provider ? OfProvider(result.Run, judged) : OfConsumer(result, judged);
    }

    private static ImmutableArray<CoveredRequirement> OfProvider(RunDescription run, List<ContractCase> judged)
    {
        var options = new CompilerOptions { Environment = run.Specification.FindEnvironment(run.Environment) };
        return RequirementCoverage.Of(RequirementInventory.Of(run.Specification, options), judged, []).Requirements;
    }

    // The inventory is that of a provider; a consumer has the obligations that its cases are about.
    private static ImmutableArray<CoveredRequirement> OfConsumer(RunResult result, List<ContractCase> judged)
    {
        var cases = judged.ToLookup(c => c.Requirement.Id, c => c.Id, StringComparer.Ordinal);
        return
        [
            .. result
                .Cases.Select(c => c.Case)
                .DistinctBy(c => c.Requirement.Id)
                .Select(c => new CoveredRequirement(Entry(c), [.. cases[c.Requirement.Id]], null)),
        ];
    }

    private static InventoryEntry Entry(ContractCase of) =>
        new(of.Requirement, InventorySection.Standards, of.Endpoint, new Observation.ByCase(of.Requirement.Id));
}
