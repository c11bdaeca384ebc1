using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>One case that noticed something, and what it said first.</summary>
/// <param name="Case">The case.</param>
/// <param name="Check">Name of the check that spoke.</param>
/// <param name="Requirement">The requirement it judged.</param>
/// <param name="Finding">What it said.</param>
internal sealed record Sighting(ContractCase Case, string Check, Requirement Requirement, Finding Finding)
{
    // A verdict without a finding would be a defect of a check; it is shown as what it is instead of being lost.
    private static readonly Finding Silent = new("", "", "the check gave no evidence", "");

    /// <summary>What a check of a case came to, as a sighting.</summary>
    public static Sighting Of(CaseResult result, CheckResult check) =>
        new(result.Case, check.Check, check.Requirement, check.Finding ?? Silent);
}
