using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Errors do not tell where a client stands.</summary>
public sealed class OmitsLimitHeadersOnErrors : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors do not tell where a client stands.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfLimitHeaders(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status >= 400 && call.World.Specification.RateLimits?.Headers is { } names
            ? new[] { names.Limit, names.Remaining, names.Reset }
                .OfType<Specification.Model.Located<string>>()
                .Aggregate(reply, (r, name) => r.Without(name.Value))
            : reply;
}
