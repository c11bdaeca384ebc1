using Conformance.Evolution.Rules;

namespace Conformance.Evolution;

/// <summary>The documentation of one rule of comparison. Its examples are those that the rule is tested with.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Old">YAML as it is.</param>
/// <param name="Bad">YAML with a change that the rule finds.</param>
/// <param name="Good">YAML with a change that breaks nobody.</param>
public sealed record EvolutionRulePage(EvolutionRuleDescription Rule, string Old, string Bad, string Good)
{
    /// <summary>The page of a rule, or null when there is none with that id.</summary>
    /// <param name="id">For example <c>EVO-101</c>, any case.</param>
    public static EvolutionRulePage? Of(string id) =>
        SpecificationComparison.Rules.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            is { } rule
        && EvolutionExample.Of(rule.Id) is { } example
            ? new EvolutionRulePage(rule, example.Old, example.Bad, example.Good)
            : null;
}
