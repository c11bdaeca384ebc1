using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A replayed request fires the events of its first time again.</summary>
public sealed class TellsOfReplays : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "A replayed request fires the events of its first time again.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfTrigger(
            specification,
            e => e.Idempotency is not null,
            "event of an operation with idempotency keys"
        );

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) =>
        happened.IsEmpty
        && reply is { IsSuccess: true, Change: null, ResourceId: not null }
        && call.Endpoint!.Idempotency is not null
            ? call.World.Webhooks.Of(call, new(null, call.All().FirstOrDefault(r => r.Id == reply.ResourceId)))
            : happened;
}
