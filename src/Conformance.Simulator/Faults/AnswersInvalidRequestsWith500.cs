using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Invalid requests are answered as server errors.</summary>
public sealed class AnswersInvalidRequestsWith500 : Fault
{
    /// <inheritdoc />
    public override string Description => "Invalid requests are answered as server errors.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 400 or 422 && call.Endpoint is not null ? reply with { Status = 500 } : reply;
}
