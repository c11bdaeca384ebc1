using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals for want of credentials lack WWW-Authenticate.</summary>
public sealed class OmitsChallenge : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals for want of credentials lack WWW-Authenticate.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.Without("WWW-Authenticate");
}
