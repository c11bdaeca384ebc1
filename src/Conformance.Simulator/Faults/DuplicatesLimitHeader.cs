using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Gateway and application both send the limit header.</summary>
public sealed class DuplicatesLimitHeader : Fault
{
    /// <inheritdoc />
    public override string Description => "Gateway and application both send the limit header.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfLimitHeaders(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.Specification.RateLimits?.Headers?.Limit?.Value is { } name && reply.Header(name) is { } value
            ? reply with
            {
                Headers = reply.Headers.Add(new(name, value)),
            }
            : reply;
}
