using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses lack the lifetime.</summary>
public sealed class OmitsTokenLifetime : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses lack the lifetime.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body.AsObject().Remove("expires_in");
                return body;
            })
            : reply;
}
