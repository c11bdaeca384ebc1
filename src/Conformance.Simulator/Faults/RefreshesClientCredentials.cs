using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses hold a refresh token.</summary>
public sealed class RefreshesClientCredentials : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses hold a refresh token.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body["refresh_token"] = "refresh-me";
                return body;
            })
            : reply;
}
