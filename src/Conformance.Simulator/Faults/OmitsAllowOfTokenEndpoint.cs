using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The token endpoint refuses other methods without saying which it knows.</summary>
public sealed class OmitsAllowOfTokenEndpoint : Fault
{
    /// <inheritdoc />
    public override string Description => "The token endpoint refuses other methods without saying which it knows.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => call.IsForToken ? reply.Without("Allow") : reply;
}
