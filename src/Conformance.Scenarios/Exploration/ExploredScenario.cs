using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>What an explored sequence was made from, so that a smaller one can be tried.</summary>
/// <param name="Plan">The calls.</param>
/// <param name="Scenario">The calls with what they must answer.</param>
public sealed record ExploredScenario(SequencePlan Plan, TestScenario Scenario);
