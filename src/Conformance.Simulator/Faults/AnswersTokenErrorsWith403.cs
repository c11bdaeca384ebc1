using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of the token endpoint have the status 403.</summary>
public sealed class AnswersTokenErrorsWith403 : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of the token endpoint have the status 403.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status is 400 or 401 ? reply with { Status = 403 } : reply;
}
