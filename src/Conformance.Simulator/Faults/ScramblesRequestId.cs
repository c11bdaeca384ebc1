using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The request id that comes back is another one.</summary>
public sealed class ScramblesRequestId : Fault
{
    /// <inheritdoc />
    public override string Description => "The request id that comes back is another one.";

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
        call.World.RequestIds.Header is { } header ? reply.With(header, "00000000-0000-4000-8000-000000000002") : reply;
}
