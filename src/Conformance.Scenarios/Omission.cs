using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios;

/// <summary>Something the specification demands that no case tests.</summary>
/// <param name="Requirement">The sentence.</param>
/// <param name="Reason">Why no case was made, and what would make one possible.</param>
public sealed record Omission(Requirement Requirement, string Reason);
