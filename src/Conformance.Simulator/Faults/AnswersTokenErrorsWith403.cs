using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of the token endpoint have the status 403.</summary>
public sealed class AnswersTokenErrorsWith403 : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of the token endpoint have the status 403.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status is 400 or 401 ? reply with { Status = 403 } : reply;
}
