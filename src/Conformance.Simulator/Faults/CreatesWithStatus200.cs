using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Creations answer 200 instead of 201.</summary>
public sealed class CreatesWithStatus200 : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations answer 200 instead of 201.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 201 ? reply with { Status = 200 } : reply;
}
