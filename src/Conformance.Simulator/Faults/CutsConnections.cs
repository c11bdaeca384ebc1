using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every tenth connection is cut instead of answered.</summary>
public sealed class CutsConnections : Fault
{
    /// <inheritdoc />
    public override string Description => "Every tenth connection is cut instead of answered.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Ordinal % 10 == 0 ? reply with { IsAborted = true } : reply;
}
