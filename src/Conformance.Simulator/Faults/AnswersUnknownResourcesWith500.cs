using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Unknown resources are answered as server errors.</summary>
public sealed class AnswersUnknownResourcesWith500 : Fault
{
    /// <inheritdoc />
    public override string Description => "Unknown resources are answered as server errors.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 404 && call.Endpoint is not null ? reply with { Status = 500 } : reply;
}
