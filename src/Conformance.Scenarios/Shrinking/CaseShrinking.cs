using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Exploration;
using Conformance.Specification.Model;
using Conformance.Specification.Writing;

namespace Conformance.Scenarios.Shrinking;

/// <summary>
/// Makes failing cases smaller: fewer calls, smaller bodies. Whether a smaller case still fails is for whoever can carry
/// it out to find. Not for several threads at once.
/// </summary>
public sealed class CaseShrinking
{
    private readonly CompilerContext context;
    private readonly PayloadShrinking payloads;

    /// <summary>Prepares to shrink cases of a specification.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="options">Seed and environment the cases were compiled with.</param>
    public CaseShrinking(IntegrationSpecification specification, CompilerOptions options)
    {
        context = new CompilerContext(specification, options);
        payloads = new PayloadShrinking(context);
    }

    /// <summary>Whether there is anything about the case that could be smaller.</summary>
    /// <param name="contractCase">The case.</param>
    public static bool CanShrink(ContractCase contractCase) =>
        contractCase.Isolation is CaseIsolation.Parallel
        && (contractCase.Explored is not null || PayloadShrinking.Shrinkable(contractCase) is not null);

    /// <summary>The cases that are one step smaller, the smallest first.</summary>
    /// <param name="contractCase">The case.</param>
    public IEnumerable<ContractCase> Smaller(ContractCase contractCase) =>
        contractCase.Explored is { } explored ? Sequences(contractCase, explored) : payloads.Smaller(contractCase);

    /// <summary>The body that a case is about, as JSON; null when it is about none.</summary>
    /// <param name="contractCase">The case.</param>
    public static string? BodyOf(ContractCase contractCase) =>
        PayloadShrinking.Shrinkable(contractCase)?.Request.Body is BodyTemplate.Json body
            ? JsonSerializer.Serialize(body.Value)
            : null;

    /// <summary>The case as an entry for <c>test_scenarios</c>, in YAML; null when it cannot be written as one.</summary>
    /// <param name="contractCase">An explored case.</param>
    public static string? ScenarioOf(ContractCase contractCase) =>
        CaseScenario.Of(contractCase) is { } scenario
            ? ScenarioWriter.Write(scenario, KindNames.Of(scenario.Kind))
            : null;

    // From the end: what a late call shows seldom needs the calls after it.
    private IEnumerable<ContractCase> Sequences(ContractCase contractCase, ExploredScenario explored)
    {
        var name = contractCase.Id[
            (contractCase.Id.IndexOf("sequence-", StringComparison.Ordinal) + "sequence-".Length)..
        ];
        var type = explored.Plan.Calls[0].Endpoint.Resource!.Type.Value;
        for (var i = explored.Plan.Calls.Length - 1; i >= 0; i--)
        {
            var plan = explored.Plan.Without(i);
            if (plan.Calls is [{ As: not null }, ..])
            {
                yield return ExploredSequences.Of(context, type, name, plan);
            }
        }
    }
}
