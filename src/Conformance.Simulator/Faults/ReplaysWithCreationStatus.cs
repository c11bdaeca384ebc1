using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Replays have the status of a creation, so that nobody can tell them apart.</summary>
public sealed class ReplaysWithCreationStatus : Fault
{
    /// <inheritdoc />
    public override string Description => "Replays have the status of a creation, so that nobody can tell them apart.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.Idempotency?.OnReplay?.Status.Value is 200, "replay that answers 200");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Endpoint?.Idempotency?.OnReplay is not null && reply is { Status: 200, ResourceId: not null }
            ? reply with
            {
                Status = 201,
            }
            : reply;
}
