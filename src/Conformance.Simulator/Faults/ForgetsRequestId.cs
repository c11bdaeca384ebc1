using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The request id is not echoed.</summary>
public sealed class ForgetsRequestId : Fault
{
    /// <inheritdoc />
    public override string Description => "The request id is not echoed.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.RequestIds.Header is { } header ? reply.Without(header) : reply;
}
