using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A credential that is not known is a server error.</summary>
public sealed class AnswersUnknownCredentialsWith500 : Fault
{
    /// <inheritdoc />
    public override string Description => "A credential that is not known is a server error.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 401
        && call.Endpoint is not null
        && call.World.Gatekeeper.CredentialHeader is { } header
        && call.Request.Header(header) is { Length: > 0 }
            ? reply with
            {
                Status = 500,
            }
            : reply;
}
