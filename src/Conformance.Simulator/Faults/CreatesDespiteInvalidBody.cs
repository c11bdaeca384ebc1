using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Requests that are not valid are refused, but make a resource all the same.</summary>
public sealed class CreatesDespiteInvalidBody : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests that are not valid are refused, but make a resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (reply.Stage is ReplyStage.RefusedBeforeExecution && reply.Status is 400 or 422)
        {
            call.CreateSecretly();
        }

        return reply;
    }
}
