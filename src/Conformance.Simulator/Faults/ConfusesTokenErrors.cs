using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every refusal of the token endpoint is an invalid_grant.</summary>
public sealed class ConfusesTokenErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "Every refusal of the token endpoint is an invalid_grant.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status >= 400
            ? reply.Edit(body =>
            {
                body["error"] = "invalid_grant";
                return body;
            })
            : reply;
}
