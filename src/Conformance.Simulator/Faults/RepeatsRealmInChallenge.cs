using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals name their realm twice.</summary>
public sealed class RepeatsRealmInChallenge : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals name their realm twice.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Headers.FirstOrDefault(h => h.Key == "WWW-Authenticate") is { Value: { } challenge }
        && call.Endpoint is not null
            ? reply.With("WWW-Authenticate", $"{challenge}, realm=\"again\"")
            : reply;
}
