using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>The waiting time in the body is another than in the header.</summary>
public sealed class ContradictsRetryAfter : Fault
{
    /// <inheritdoc />
    public override string Description => "The waiting time in the body is another than in the header.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

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
