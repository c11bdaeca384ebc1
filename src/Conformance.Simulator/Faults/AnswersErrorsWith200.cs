using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Errors have the status 200; only the body tells.</summary>
public sealed class AnswersErrorsWith200 : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors have the status 200; only the body tells.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status >= 400 && call.Endpoint is not null ? reply with { Status = 200 } : reply;
}
