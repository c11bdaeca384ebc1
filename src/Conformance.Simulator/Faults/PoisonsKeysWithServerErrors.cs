using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A key is used up by a request that the server failed to carry out.</summary>
public sealed class PoisonsKeysWithServerErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "A key is used up by a request that the server failed to carry out.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override bool AlterRemembered(Call call, Reply reply, bool isRemembered) =>
        isRemembered || reply.Stage is ReplyStage.ServerError;
}
