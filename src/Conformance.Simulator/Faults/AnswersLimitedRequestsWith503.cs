using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Requests over the limit are answered 503 instead of 429.</summary>
public sealed class AnswersLimitedRequestsWith503 : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests over the limit are answered 503 instead of 429.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfLimits(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 429 ? reply with { Status = 503 } : reply;
}
