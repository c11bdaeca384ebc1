using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every seventh request fails on the server.</summary>
public sealed class FailsNowAndThen : Fault
{
    /// <inheritdoc />
    public override string Description => "Every seventh request fails on the server.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Ordinal % 7 == 0 && call.Endpoint is not null ? call.World.Refusals.Failed(call) : reply;
}
