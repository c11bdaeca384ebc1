using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A key is used up by a request that the operation itself refuses.</summary>
public sealed class PoisonsKeysWithBusinessErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "A key is used up by a request that the operation itself refuses.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override bool AlterRemembered(Call call, Reply reply, bool isRemembered) =>
        isRemembered || reply.Stage is ReplyStage.BusinessError;
}
