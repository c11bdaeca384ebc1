using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The request id is not echoed.</summary>
public sealed class ForgetsRequestId : Fault
{
    /// <inheritdoc />
    public override string Description => "The request id is not echoed.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        RequestIds.HeaderOf(specification) is null ? "header that traces requests" : null;

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        RequestIds.HeaderOf(specification) is { } header && !Declares.ResponseHeader(specification, header)
            ? $"No answer declares the header {header}."
            : null;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.RequestIds.Header is { } header ? reply.Without(header) : reply;
}
