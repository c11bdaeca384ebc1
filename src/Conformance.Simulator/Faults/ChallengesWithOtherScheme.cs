using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals ask for another scheme than the one that is used.</summary>
public sealed class ChallengesWithOtherScheme : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals ask for another scheme than the one that is used.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Headers.Any(h => h.Key == "WWW-Authenticate") && call.Endpoint is not null
            ? reply.With("WWW-Authenticate", "Digest realm=\"api\"")
            : reply;
}
