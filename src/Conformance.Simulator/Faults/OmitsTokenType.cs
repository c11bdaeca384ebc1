using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses lack the token type.</summary>
public sealed class OmitsTokenType : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses lack the token type.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body.AsObject().Remove("token_type");
                return body;
            })
            : reply;
}
