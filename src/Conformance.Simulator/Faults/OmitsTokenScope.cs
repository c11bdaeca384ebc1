using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses lack the scope.</summary>
public sealed class OmitsTokenScope : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses lack the scope.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body.AsObject().Remove("scope");
                return body;
            })
            : reply;
}
