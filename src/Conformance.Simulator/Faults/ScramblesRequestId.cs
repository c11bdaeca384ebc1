using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The request id that comes back is another one.</summary>
public sealed class ScramblesRequestId : Fault
{
    /// <inheritdoc />
    public override string Description => "The request id that comes back is another one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.RequestIds.Header is { } header ? reply.With(header, "00000000-0000-4000-8000-000000000002") : reply;
}
