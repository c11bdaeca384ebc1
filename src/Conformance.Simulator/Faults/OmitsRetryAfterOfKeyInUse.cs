using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A key in use is refused without saying when to try again.</summary>
public sealed class OmitsRetryAfterOfKeyInUse : Fault
{
    /// <inheritdoc />
    public override string Description => "A key in use is refused without saying when to try again.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override TimeSpan AlterExecutionTime(Call call, TimeSpan delay) =>
        call.Endpoint?.Idempotency is null ? delay : TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Endpoint?.Idempotency?.OnInFlight is { } declared && reply.Status == declared.Status.Value
            ? reply.Without("Retry-After")
            : reply;
}
