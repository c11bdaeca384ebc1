using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The waiting time in the body is another than in the header.</summary>
public sealed class ContradictsRetryAfter : Fault
{
    /// <inheritdoc />
    public override string Description => "The waiting time in the body is another than in the header.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfLimits(specification)
        ?? (specification.RateLimits!.RetryAfterField is null ? "field that repeats Retry-After" : null);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 429 && call.World.Specification.RateLimits?.RetryAfterField is { } field
            ? reply.Edit(body =>
            {
                DottedPath.Set((JsonObject)body, field, 86400);
                return body;
            })
            : reply;
}
