namespace Conformance.Specification.Diagnostics;

/// <summary>What a rule is about, for reports that list rules.</summary>
/// <param name="Id">Stable id, for example <c>DOC-102</c>.</param>
/// <param name="Severity">How bad a finding is.</param>
/// <param name="Title">What the finding says, in a few words.</param>
/// <param name="Rationale">Why it matters.</param>
/// <param name="Fix">How it is repaired in general.</param>
public sealed record RuleDescription(string Id, Severity Severity, string Title, string Rationale, string Fix)
{
    /// <summary>Whether a specification may be run in spite of an error of this rule: it is about quality, and what is
    /// written can be judged all the same.</summary>
    public bool IsAdvisory { get; init; }
}
