using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every seventh answer says that no request was made yet.</summary>
public sealed class RaisesRemaining : Fault
{
    /// <inheritdoc />
    public override string Description => "Every seventh answer says that no request was made yet.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Ordinal % 7 == 0
        && call.World.Specification.RateLimits?.Headers is { Limit: { } limit, Remaining: { } remaining }
        && reply.Header(limit.Value) is { } all
        && reply.Header(remaining.Value) is not null
            ? reply.With(remaining.Value, all)
            : reply;
}
