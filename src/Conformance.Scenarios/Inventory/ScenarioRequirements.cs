using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>The declared scenarios, and what must be so before and after them.</summary>
internal sealed class ScenarioRequirements : IRequirementSource
{
    private readonly Entries entries = new(InventorySection.Scenarios);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scenario in context.Specification.TestScenarios)
        {
            var key = $"{KindNames.Of(scenario.Kind)}.{Slug.Of(scenario.Name)}";
            names[key] = names.GetValueOrDefault(key) + 1;
            var id = RequirementIds.Section("test_scenarios", names[key] == 1 ? key : $"{key}-{names[key]}");
            yield return entries.ByCase(
                Sentences.Contract(
                    id,
                    $"The target MUST behave as the scenario \"{scenario.Name.Value}\" says.",
                    scenario.Location
                )
            );
            foreach (var entry in Conditions(scenario, id))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<InventoryEntry> Conditions(TestScenario scenario, string id)
    {
        foreach (var (condition, number) in scenario.Preconditions.Select((c, i) => (c, i + 1)))
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Section(id, $"preconditions.{number}"),
                    $"The scenario \"{scenario.Name.Value}\" rests on: {condition.Value}.",
                    condition.Location
                ),
                id
            );
        }

        foreach (var (condition, number) in scenario.Postconditions.Select((c, i) => (c, i + 1)))
        {
            var requirement = Sentences.Contract(
                RequirementIds.Section(id, $"postconditions.{number}"),
                $"After the scenario \"{scenario.Name.Value}\" the target MUST keep: {condition.Text.Value}.",
                condition.Text.Location
            );
            yield return condition.Probe is null
                ? entries.NotObserved(requirement, Reasons.NoProbe)
                : entries.ByCase(requirement, id);
        }
    }
}
