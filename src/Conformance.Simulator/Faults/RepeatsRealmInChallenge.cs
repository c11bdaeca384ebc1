using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals name their realm twice.</summary>
public sealed class RepeatsRealmInChallenge : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals name their realm twice.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfProtection(specification);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Headers.FirstOrDefault(h => h.Key == "WWW-Authenticate") is { Value: { } challenge }
        && call.Endpoint is not null
            ? reply.With("WWW-Authenticate", Repeated(challenge))
            : reply;

    private static string Repeated(string challenge) =>
        challenge.Contains("realm=", StringComparison.Ordinal) ? $"{challenge}, realm=\"again\""
        : challenge.Contains('=', StringComparison.Ordinal) ? $"{challenge}, realm=\"once\", realm=\"again\""
        : $"{challenge} realm=\"once\", realm=\"again\"";
}
