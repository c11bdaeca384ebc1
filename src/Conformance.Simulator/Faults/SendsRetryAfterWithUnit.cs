using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The waiting time is followed by its unit.</summary>
public sealed class SendsRetryAfterWithUnit : Fault
{
    /// <inheritdoc />
    public override string Description => "The waiting time is followed by its unit.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Header("Retry-After") is { } seconds ? reply.With("Retry-After", $"{seconds}s") : reply;
}
