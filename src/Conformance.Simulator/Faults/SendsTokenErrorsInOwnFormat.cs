using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of the token endpoint are not in the form of RFC 6749.</summary>
public sealed class SendsTokenErrorsInOwnFormat : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of the token endpoint are not in the form of RFC 6749.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.Status >= 400
            ? reply with
            {
                Body = new JsonObject { ["message"] = "The client could not be authenticated" },
            }
            : reply;
}
