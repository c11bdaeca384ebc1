using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Answers repeat the header that the caller's credentials came in.</summary>
public sealed class EchoesCredentials : Fault
{
    /// <inheritdoc />
    public override string Description => "Answers repeat the header that the caller's credentials came in.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfCredentialHeader(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        var name = call.World.Specification.Authentication?.HeaderName?.Value ?? "Authorization";
        return call.Request.Header(name) is { } credentials ? reply.With("X-Debug-Caller", credentials) : reply;
    }
}
