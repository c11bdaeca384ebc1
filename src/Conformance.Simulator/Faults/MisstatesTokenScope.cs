using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses name a scope that was neither asked for nor granted.</summary>
public sealed class MisstatesTokenScope : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses name a scope that was neither asked for nor granted.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body["scope"] = "admin";
                return body;
            })
            : reply;
}
