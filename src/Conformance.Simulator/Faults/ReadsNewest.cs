using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Reading returns the newest resource, whichever is asked for.</summary>
public sealed class ReadsNewest : Fault
{
    /// <inheritdoc />
    public override string Description => "Reading returns the newest resource, whichever is asked for.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Read)
        && reply.IsSuccess
        && call.Endpoint!.FindResponse(reply.Status)?.Schema is { } schema
            ? reply with
            {
                Body = call.World.Resources.Represent(call, schema, call.All()[0].Id),
            }
            : reply;
}
