using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of the token endpoint have the status 200.</summary>
public sealed class AnswersTokenErrorsWith200 : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of the token endpoint have the status 200.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status >= 400 ? reply with { Status = 200 } : reply;
}
