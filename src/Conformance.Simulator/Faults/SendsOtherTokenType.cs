using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens are said to be of a type that is not declared.</summary>
public sealed class SendsOtherTokenType : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens are said to be of a type that is not declared.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body["token_type"] = "mac";
                return body;
            })
            : reply;
}
