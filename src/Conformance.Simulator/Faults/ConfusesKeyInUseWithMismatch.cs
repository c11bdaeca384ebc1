using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A key in use is refused with the error code of another payload.</summary>
public sealed class ConfusesKeyInUseWithMismatch : Fault
{
    /// <inheritdoc />
    public override string Description => "A key in use is refused with the error code of another payload.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override TimeSpan AlterExecutionTime(Call call, TimeSpan delay) =>
        call.Endpoint?.Idempotency is null ? delay : TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Endpoint?.Idempotency
            is { OnInFlight.ErrorCode.Value: { } inUse, OnMismatch.ErrorCode.Value: { } mismatch }
            ? reply.ChangeError(
                call,
                roles => roles.Code,
                (body, path) =>
                {
                    if (DottedPath.Get(body, path)?.ToString() == inUse)
                    {
                        DottedPath.Set(body, path, mismatch);
                    }
                }
            )
            : reply;
}
