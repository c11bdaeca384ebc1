using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A credential that is empty, or a scheme alone, is a server error.</summary>
public sealed class FailsOnEmptyCredentials : Fault
{
    /// <inheritdoc />
    public override string Description => "A credential that is empty, or a scheme alone, is a server error.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 401
        && call.World.Gatekeeper.CredentialHeader is { } header
        && call.Request.Header(header) is { } value
        && !value.Trim().Contains(' ', StringComparison.Ordinal)
        && value.Length < 8
            ? reply with
            {
                Status = 500,
            }
            : reply;
}
