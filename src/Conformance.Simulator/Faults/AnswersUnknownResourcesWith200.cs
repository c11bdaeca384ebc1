using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Unknown resources are answered with 200.</summary>
public sealed class AnswersUnknownResourcesWith200 : Fault
{
    /// <inheritdoc />
    public override string Description => "Unknown resources are answered with 200.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 404 && call.Endpoint is not null ? reply with { Status = 200 } : reply;
}
