using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Errors have no body.</summary>
public sealed class SendsErrorsWithoutBody : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors have no body.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status >= 400 && !call.IsForToken ? reply with { Body = null } : reply;
}
