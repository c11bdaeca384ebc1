using System.Globalization;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Errors publish another limit than successes.</summary>
public sealed class PublishesOtherLimitOnErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors publish another limit than successes.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is >= 400 and not 401
        && call.World.Specification.RateLimits?.Headers?.Limit?.Value is { } name
        && long.TryParse(reply.Header(name), CultureInfo.InvariantCulture, out var limit)
            ? reply.With(name, (limit + 1).ToString(CultureInfo.InvariantCulture))
            : reply;
}
