using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Conflicts are answered 400 instead of 409.</summary>
public sealed class AnswersConflictsWith400 : Fault
{
    /// <inheritdoc />
    public override string Description => "Conflicts are answered 400 instead of 409.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    // Long enough for a second request to find the key of the first one in use.
    /// <inheritdoc />
    internal override TimeSpan AlterExecutionTime(Call call, TimeSpan delay) =>
        call.Endpoint?.Idempotency?.OnInFlight is null ? delay : TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 409 ? reply with { Status = 400 } : reply;
}
