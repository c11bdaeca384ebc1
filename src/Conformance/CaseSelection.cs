using System.Collections.Immutable;
using Conformance.Gating;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Filtering;
using Conformance.Settings;

namespace Conformance;

/// <summary>The cases a filter admits.</summary>
/// <param name="Cases">In the order they are carried out; never empty.</param>
public sealed record CaseSelection(ImmutableArray<ContractCase> Cases)
{
    /// <summary>Selects cases. Where none is left the run is refused: without a case, nothing is tested.</summary>
    /// <param name="cases">The cases to choose from.</param>
    /// <param name="filter">The filter; null for all.</param>
    public static Attempt<CaseSelection> Of(ImmutableArray<ContractCase> cases, string? filter) =>
        Of(cases, filter, profile: null);

    /// <summary>Selects the cases of a profile and of a test plan. Where none is left the run is refused.</summary>
    internal static Attempt<CaseSelection> Of(
        ImmutableArray<ContractCase> cases,
        RunOptions options,
        ProfileSelection profile
    )
    {
        if (options.PlannedIds is not { } planned)
        {
            return Of(cases, options.Filter, profile);
        }

        var known = cases.Where(c => planned.Contains(c.Id)).ToImmutableArray();
        return known.IsEmpty
            ? Refusal.Configuration(
                $"The test plan names none of the {cases.Length} cases, so nothing would be tested.",
                $"Unset {AllureTestPlan.Variable} to run all cases."
            )
            : Of(known, options.Filter, profile);
    }

    /// <summary>Selects cases of a profile. Where none is left the run is refused: without a case, nothing is tested.</summary>
    internal static Attempt<CaseSelection> Of(
        ImmutableArray<ContractCase> cases,
        string? filter,
        ProfileSelection? profile
    )
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

        var held = profile?.Apply(cases) ?? cases;
        if (held.IsEmpty)
        {
            return Refusal.Configuration(
                $"None of the {cases.Length} cases is about a requirement of the profile '{profile!.Name}', so nothing would be tested.",
                "conformance coverage shows the requirements with their cases."
            );
        }

        var selected = selecting.Apply(held);
        return selected.IsEmpty
            ? Refusal.Configuration(
                $"The filter '{filter}' selects none of the {cases.Length} cases, so nothing would be tested.",
                "conformance list shows them with their ids and kinds."
            )
            : new CaseSelection(selected);
    }
}
