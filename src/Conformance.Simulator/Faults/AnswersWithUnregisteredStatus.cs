using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Successful answers have a status that nobody has registered.</summary>
public sealed class AnswersWithUnregisteredStatus : Fault
{
    /// <inheritdoc />
    public override string Description => "Successful answers have a status that nobody has registered.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 200 && call.Endpoint is not null ? reply with { Status = 299 } : reply;
}
