using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Successful answers have no body.</summary>
public sealed class SendsEmptyBody : Fault
{
    /// <inheritdoc />
    public override string Description => "Successful answers have no body.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.IsSuccess && call.Endpoint is not null ? reply with { Body = null } : reply;
}
