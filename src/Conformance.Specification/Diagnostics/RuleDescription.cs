namespace Conformance.Specification.Diagnostics;

/// <summary>What a rule is about, for reports that list rules.</summary>
/// <param name="Id">Stable id, for example <c>DOC-102</c>.</param>
/// <param name="Severity">How bad a finding is.</param>
/// <param name="Title">What the finding says, in a few words.</param>
/// <param name="Rationale">Why it matters.</param>
/// <param name="Fix">How it is repaired in general.</param>
public sealed record RuleDescription(string Id, Severity Severity, string Title, string Rationale, string Fix);
