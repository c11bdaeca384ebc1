using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The lifetime of a token is a string.</summary>
public sealed class SendsTokenLifetimeAsText : Fault
{
    /// <inheritdoc />
    public override string Description => "The lifetime of a token is a string.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body["expires_in"] = body["expires_in"]?.ToString();
                return body;
            })
            : reply;
}
