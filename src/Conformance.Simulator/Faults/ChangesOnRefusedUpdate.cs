using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A refused update changes the resource all the same.</summary>
public sealed class ChangesOnRefusedUpdate : Fault
{
    /// <inheritdoc />
    public override string Description => "A refused update changes the resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Update);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (call.Does(ResourceAction.Update) && reply.Status is >= 400 and < 500 && call.Named() is { } resource)
        {
            call.World.Resources.Store.Put(resource.Counted());
        }

        return reply;
    }
}
