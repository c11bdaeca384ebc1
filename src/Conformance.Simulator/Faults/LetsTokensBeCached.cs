using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses may be cached.</summary>
public sealed class LetsTokensBeCached : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses may be cached.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken ? reply.With("Cache-Control", "max-age=3600").Without("Pragma") : reply;
}
