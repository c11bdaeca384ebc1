using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Every refusal of the token endpoint is an invalid_grant.</summary>
public sealed class ConfusesTokenErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "Every refusal of the token endpoint is an invalid_grant.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status >= 400
            ? reply.Edit(body =>
            {
                body["error"] = "invalid_grant";
                return body;
            })
            : reply;
}
