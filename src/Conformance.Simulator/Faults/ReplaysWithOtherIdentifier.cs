using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Replays name another resource than the one that was made.</summary>
public sealed class ReplaysWithOtherIdentifier : Fault
{
    /// <inheritdoc />
    public override string Description => "Replays name another resource than the one that was made.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(
            specification,
            e => e.Idempotency is not null && e.FindResponse(200) is not null,
            "replay that answers 200"
        );

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Endpoint?.Idempotency is not null && reply.Status is 200
            ? reply.ChangeMembers(
                call,
                m => m.Property.Name.Value == call.Endpoint.Resource?.Identifier.Value,
                m => m.Value = $"{m.Value}-copy"
            )
            : reply;
}
