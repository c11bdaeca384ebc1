using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Limited clients are not told how long to wait.</summary>
public sealed class OmitsRetryAfter : Fault
{
    /// <inheritdoc />
    public override string Description => "Limited clients are not told how long to wait.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 429 ? reply.Without("Retry-After") : reply;
}
