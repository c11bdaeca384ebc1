using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Filtering;

namespace Conformance;

/// <summary>The cases a filter admits.</summary>
/// <param name="Cases">In the order they are carried out; never empty.</param>
public sealed record CaseSelection(ImmutableArray<ContractCase> Cases)
{
    /// <summary>Selects cases. Where none is left the run is refused: without a case, nothing is tested.</summary>
    /// <param name="cases">The cases to choose from.</param>
    /// <param name="filter">The filter; null for all.</param>
    public static Attempt<CaseSelection> Of(ImmutableArray<ContractCase> cases, string? filter)
    {
        if (cases.IsEmpty)
        {
            return Refusal.Configuration(
                "The specification yields no case, so nothing would be tested.",
                "Declare endpoints with responses; conformance lint shows what is missing."
            );
        }

        var parsed = CaseFilter.Parse(filter ?? "");
        if (parsed.Filter is not { } selecting)
        {
            return Refusal.Configuration($"The filter '{filter}' cannot be read: {parsed.Error}");
        }

        var selected = selecting.Apply(cases);
        return selected.IsEmpty
            ? Refusal.Configuration(
                $"The filter '{filter}' selects none of the {cases.Length} cases, so nothing would be tested.",
                "conformance list shows them with their ids and kinds."
            )
            : new CaseSelection(selected);
    }
}
