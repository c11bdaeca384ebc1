using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals ask for another scheme than the one that is used.</summary>
public sealed class ChallengesWithOtherScheme : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals ask for another scheme than the one that is used.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        Lack.OfScheme(specification) is null
            ? null
            : "The specification names no scheme that a challenge could ask for.";

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Headers.Any(h => h.Key == "WWW-Authenticate") && call.Endpoint is not null
            ? reply.With("WWW-Authenticate", "Digest realm=\"api\"")
            : reply;
}
