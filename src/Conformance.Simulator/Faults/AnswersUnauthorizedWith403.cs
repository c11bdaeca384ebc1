using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Callers that are not known are answered 403 instead of 401.</summary>
public sealed class AnswersUnauthorizedWith403 : Fault
{
    /// <inheritdoc />
    public override string Description => "Callers that are not known are answered 403 instead of 401.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 401 && call.Endpoint is not null ? reply with { Status = 403 } : reply;
}
