using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Transitions are answered with the state before.</summary>
public sealed class AnswersTransitionsWithOldState : Fault
{
    /// <inheritdoc />
    public override string Description => "Transitions are answered with the state before.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Transition);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Transition)
            ? reply.ChangeMembers(
                call,
                m => call.Endpoint!.Resource!.From.Any(f => f.Key == m.Property.Name.Value),
                m =>
                    m.Value = JsonNode.Parse(
                        call.Endpoint!.Resource!.From.First(f => f.Key == m.Property.Name.Value).Value[0].GetRawText()
                    )
            )
            : reply;
}
