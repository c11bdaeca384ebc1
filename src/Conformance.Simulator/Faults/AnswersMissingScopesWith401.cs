using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens without the scope are answered 401 instead of 403.</summary>
public sealed class AnswersMissingScopesWith401 : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens without the scope are answered 401 instead of 403.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScopes(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 403 && call.Endpoint is not null ? reply with { Status = 401 } : reply;
}
