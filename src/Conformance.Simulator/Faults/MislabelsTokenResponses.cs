using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses are sent as text.</summary>
public sealed class MislabelsTokenResponses : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses are sent as text.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken ? reply with { ContentType = "text/plain" } : reply;
}
