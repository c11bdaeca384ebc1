using System.Collections.Immutable;
using Conformance.Evolution.Pairs;
using Conformance.Evolution.Rules;
using Conformance.Evolution.Versions;
using Conformance.Specification.Model;

namespace Conformance.Evolution;

/// <summary>What is different between two versions of a specification, and whether the version number says so.</summary>
/// <param name="Changes">The differences: the worst first, then by rule and place.</param>
/// <param name="Version">What the version number should be.</param>
public sealed record SpecificationComparison(ImmutableArray<Change> Changes, VersionCheck Version)
{
    /// <summary>Every rule there is, ordered by id.</summary>
    public static ImmutableArray<EvolutionRuleDescription> Rules { get; } =
    [.. EvolutionRules.All.Select(rule => rule.Description)];

    /// <summary>Compares two versions.</summary>
    /// <param name="old">The version that is in use.</param>
    /// <param name="now">The version that shall replace it.</param>
    public static SpecificationComparison Of(IntegrationSpecification old, IntegrationSpecification now)
    {
        var pair = new SpecificationPair(old, now);
        ImmutableArray<Change> changes =
        [
            .. EvolutionRules
                .All.SelectMany(rule => rule.Compare(pair))
                // A difference in a shared model is one difference, wherever the model is used.
                .GroupBy(c => (c.Rule.Id, c.Impacts, c.Message, c.Old, c.New))
                .Select(g => g.First() with { AlsoIn = [.. g.Select(c => c.Where).Distinct().Skip(1)] })
                .OrderByDescending(c => c.Impacts.Consumers)
                .ThenByDescending(c => c.Impacts.Provider)
                .ThenBy(c => c.Rule.Id, StringComparer.Ordinal)
                .ThenBy(c => c.New.File, StringComparer.Ordinal)
                .ThenBy(c => c.New.Line)
                .ThenBy(c => c.Where, StringComparer.Ordinal),
        ];
        return new SpecificationComparison(changes, VersionCheck.Of(old.Info, now.Info, changes));
    }

    /// <summary>How many changes are of that impact.</summary>
    /// <param name="impact">The impact.</param>
    /// <param name="view">From whose point of view.</param>
    public int Count(Impact impact, View view) => Changes.Count(c => c.Impacts.By(view) == impact);
}
