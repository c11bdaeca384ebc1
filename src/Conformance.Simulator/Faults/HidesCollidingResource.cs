using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Refusals of a used key do not say which resource it belongs to.</summary>
public sealed class HidesCollidingResource : Fault
{
    /// <inheritdoc />
    public override string Description => "Refusals of a used key do not say which resource it belongs to.";

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
        reply.Status >= 400
            ? reply.Edit(body =>
            {
                foreach (var field in call.Endpoint?.Idempotency?.OnMismatch?.BodyFields ?? [])
                {
                    (body as JsonObject)?.Remove(field);
                }

                return body;
            })
            : reply;
}
