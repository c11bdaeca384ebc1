using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of a used key name another resource than the one it belongs to.</summary>
public sealed class NamesWrongCollidingResource : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of a used key name another resource than the one it belongs to.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(
            specification,
            e => e.Idempotency?.OnMismatch?.BodyFields is { IsDefaultOrEmpty: false },
            "field for the resource that a reused key belongs to"
        );

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.IsError(call)
            ? reply.Edit(body =>
            {
                foreach (var field in call.Endpoint?.Idempotency?.OnMismatch?.BodyFields ?? [])
                {
                    if (body[field] is { } named)
                    {
                        body[field] = $"{named}0";
                    }
                }

                return body;
            })
            : reply;
}
