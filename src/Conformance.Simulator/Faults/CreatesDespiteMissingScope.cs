using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Requests without the scope are refused, but make a resource all the same.</summary>
public sealed class CreatesDespiteMissingScope : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests without the scope are refused, but make a resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (reply.Status is 403)
        {
            call.CreateSecretly();
        }

        return reply;
    }
}
