using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Whatever scope is asked for, token responses name it as granted.</summary>
public sealed class EchoesRequestedScope : Fault
{
    /// <inheritdoc />
    public override string Description => "Whatever scope is asked for, token responses name it as granted.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        TokenForm.Value(request, "scope") is null ? request : TokenForm.With(request, "scope", "");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess && TokenForm.Value(call.Request, "scope") is { } asked
            ? reply.Edit(body =>
            {
                body["scope"] = asked;
                return body;
            })
            : reply;
}
