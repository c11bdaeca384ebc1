using System.Globalization;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The end of the window moves with every request.</summary>
public sealed class MovesReset : Fault
{
    /// <inheritdoc />
    public override string Description => "The end of the window moves with every request.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.Specification.RateLimits?.Headers?.Reset?.Value is { } name
        && long.TryParse(reply.Header(name), CultureInfo.InvariantCulture, out var reset)
            ? reply.With(name, (reset - (5 * (call.Ordinal % 3))).ToString(CultureInfo.InvariantCulture))
            : reply;
}
