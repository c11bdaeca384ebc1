using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>Random sequences of calls on the resources of every type, against a model of what they must answer.</summary>
internal sealed class ExploredSequences : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var types = context.Specification.Endpoints.Select(e => e.Resource?.Type.Value).OfType<string>().Distinct();
        foreach (var type in context.Options.Explore > 0 ? types : [])
        {
            var sequence = new RandomSequence(context, type);
            for (var number = 1; sequence.IsPossible && number <= context.Options.Explore; number++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{type}-{number}");
                yield return Of(
                    context,
                    type,
                    name,
                    sequence.Draw(ExploredCases.Data(context, $"sequence/{name}"), name)
                );
            }
        }
    }

    /// <summary>The case of a plan.</summary>
    internal static ContractCase Of(CompilerContext context, string type, string name, SequencePlan plan)
    {
        var owner = plan.Calls[0].Endpoint;
        var scenario = ExploredCases.Scenario(
            ScenarioKind.EdgeCases,
            $"Explored sequence {name}",
            owner.Location,
            new SequenceModel(context).Predict(plan, owner.Location)
        );
        var requirement = ExploredCases.Requirement(
            type,
            "sequence",
            $"The target MUST keep its {type} resources as declared over any sequence of calls.",
            owner.Resource!.Location
        );
        return DeclaredCalls.Compile(context.Of(owner), scenario, requirement, $"explored/sequence-{name}") with
        {
            Tags = [ExploredCases.Tag, "state"],
            Explored = new(plan, scenario),
        };
    }
}
