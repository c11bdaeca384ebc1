using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>Every scenario under <c>test_scenarios</c>, as it stands there.</summary>
internal sealed class DeclaredScenarios : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scenario in context.Specification.TestScenarios)
        {
            var key = $"{KindNames.Of(scenario.Kind)}.{Slug.Of(scenario.Name)}";
            names[key] = names.GetValueOrDefault(key) + 1;
            var requirement = Requirement(scenario, names[key] == 1 ? key : $"{key}-{names[key]}");
            if (scenario.Endpoint is null)
            {
                context.Omit(requirement, "The scenario names no operation, and more than one fits; add `operation`.");
                continue;
            }

            var endpoint = context.Of(scenario.Endpoint);
            var slug = requirement.Id[(requirement.Id.LastIndexOf('.') + 1)..];
            var compiled = scenario.Steps switch
            {
                [] => DeclaredRequest.Compile(endpoint, scenario, requirement, slug),
                [ScenarioStep.Call, ..] => DeclaredCalls.Compile(endpoint, scenario, requirement, $"declared/{slug}"),
                _ => DeclaredSteps.Compile(endpoint, scenario, requirement, slug),
            };
            yield return compiled with
            {
                Origin = CaseOrigin.Declared,
                Tags = ["declared"],
            };
        }
    }

    private static Requirement Requirement(TestScenario scenario, string key) =>
        Sentences.Contract(
            RequirementIds.Section("test_scenarios", key),
            $"The target MUST behave as the scenario \"{scenario.Name.Value}\" says.",
            scenario.Location
        );
}
