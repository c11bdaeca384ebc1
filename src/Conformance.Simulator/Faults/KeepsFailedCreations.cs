using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Creations that fail for the state of the provider leave a resource behind.</summary>
public sealed class KeepsFailedCreations : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations that fail for the state of the provider leave a resource behind.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (reply.Stage is ReplyStage.BusinessError or ReplyStage.ServerError || reply.Status is 402 or >= 500)
        {
            call.CreateSecretly();
        }

        return reply;
    }
}
