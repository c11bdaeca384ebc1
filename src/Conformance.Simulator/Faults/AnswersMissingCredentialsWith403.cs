using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Requests without valid credentials are answered 403 instead of 401.</summary>
public sealed class AnswersMissingCredentialsWith403 : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests without valid credentials are answered 403 instead of 401.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 401 && call.Endpoint is not null ? reply with { Status = 403 } : reply;
}
