using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>The words that reports use for closed sets; part of the formats, so they do not change with the code.</summary>
internal static class Terms
{
    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => "passed",
            Verdict.Failed => "failed",
            Verdict.Inconclusive => "inconclusive",
            Verdict.Skipped => "skipped",
            Verdict.Error => "error",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
        };

    /// <summary>The outcome of a check.</summary>
    public static string Of(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Held => "held",
            CheckOutcome.Broken => "broken",
            CheckOutcome.Warned => "warned",
            CheckOutcome.NotJudged => "not_judged",
            CheckOutcome.Observed => "observed",
            CheckOutcome.Waived => "waived",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
        };

    /// <summary>A level as RFC 2119 writes it.</summary>
    public static string Of(RequirementLevel level) =>
        level switch
        {
            RequirementLevel.Must => "MUST",
            RequirementLevel.Should => "SHOULD",
            RequirementLevel.May => "MAY",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
        };

    /// <summary>Who states a requirement.</summary>
    public static string Of(RequirementBasis basis) =>
        basis switch
        {
            RequirementBasis.Standard => "standard",
            RequirementBasis.Contract => "contract",
            RequirementBasis.Draft => "draft",
            RequirementBasis.Proposal => "proposal",
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Not a basis."),
        };

    /// <summary>Which side of the contract a run was about.</summary>
    public static string Of(RunSubject subject) =>
        subject switch
        {
            RunSubject.Provider => "provider",
            RunSubject.Client => "client",
            RunSubject.Receiver => "receiver",
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
        };

    /// <summary>Who wrote a case down.</summary>
    public static string Of(CaseOrigin origin) =>
        origin switch
        {
            CaseOrigin.Declared => "declared",
            CaseOrigin.Derived => "derived",
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Not an origin."),
        };

    /// <summary>What a case is about: an operation, or a part of the specification that has none.</summary>
    public static string SubjectOf(ContractCase contractCase) =>
        contractCase.Endpoint?.Name
        ?? contractCase.Kind switch
        {
            ScenarioKind.Webhooks => "Webhooks",
            ScenarioKind.RateLimit => "Rate limits",
            _ => "Authentication",
        };
}
