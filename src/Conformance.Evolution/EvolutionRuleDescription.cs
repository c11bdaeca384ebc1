namespace Conformance.Evolution;

/// <summary>What a rule of comparison is about.</summary>
/// <param name="Id">Stable id, for example <c>EVO-101</c>.</param>
/// <param name="Title">What a compatible version does, in one sentence.</param>
/// <param name="Rationale">Why it matters.</param>
public sealed record EvolutionRuleDescription(string Id, string Title, string Rationale);
