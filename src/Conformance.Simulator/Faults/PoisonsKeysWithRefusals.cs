using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A key is used up by a request that is not valid.</summary>
public sealed class PoisonsKeysWithRefusals : Fault
{
    /// <inheritdoc />
    public override string Description => "A key is used up by a request that is not valid.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override bool AlterRemembered(Call call, Reply reply, bool isRemembered) =>
        isRemembered || reply.Stage is ReplyStage.RefusedBeforeExecution;
}
