using System.Globalization;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The end of the window is given in seconds from now.</summary>
public sealed class ResetsInRelativeSeconds : Fault
{
    /// <inheritdoc />
    public override string Description => "The end of the window is given in seconds from now.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfLimitHeaders(specification)
        ?? (specification.RateLimits!.Headers!.Reset is null ? "header that tells when a window ends" : null);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.World.Specification.RateLimits?.Headers?.Reset?.Value is { } name && reply.Header(name) is { } seconds
            ? reply.With(name, Seconds(call, seconds))
            : reply;

    private static string Seconds(Call call, string reset) =>
        (long.Parse(reset, CultureInfo.InvariantCulture) - call.World.Clock.GetUtcNow().ToUnixTimeSeconds()).ToString(
            CultureInfo.InvariantCulture
        );
}
