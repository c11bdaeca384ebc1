using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Wrong client credentials are a server error.</summary>
public sealed class AnswersBadClientsWith500 : Fault
{
    /// <inheritdoc />
    public override string Description => "Wrong client credentials are a server error.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status is 401 ? reply with { Status = 500 } : reply;
}
