using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A new resource is given the identifier of the one before.</summary>
public sealed class ReusesIdentifiers : Fault
{
    /// <inheritdoc />
    public override string Description => "A new resource is given the identifier of the one before.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Create) && reply.IsSuccess && call.All() is [_, var before, ..]
            ? reply.ChangeMembers(
                call,
                m => m.Property.Name.Value == call.Endpoint!.Resource!.Identifier.Value,
                m => m.Value = before.Id
            )
            : reply;
}
