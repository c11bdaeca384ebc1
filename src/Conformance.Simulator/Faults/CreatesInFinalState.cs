using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Creations are answered with the state that a transition leads to.</summary>
public sealed class CreatesInFinalState : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations are answered with the state that a transition leads to.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Transition);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Create)
            ? reply.ChangeMembers(
                call,
                m => call.Sets().Any(s => s.Key == m.Property.Name.Value),
                m => m.Value = JsonNode.Parse(call.Sets().First(s => s.Key == m.Property.Name.Value).Value.GetRawText())
            )
            : reply;
}
