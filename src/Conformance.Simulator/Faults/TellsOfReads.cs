using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Reading a resource fires an event.</summary>
public sealed class TellsOfReads : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Reading a resource fires an event.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfEvents(specification) ?? Lack.OfAction(specification, ResourceAction.Read);

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) =>
        reply.IsSuccess && call.Does(ResourceAction.Read) && call.Named() is { } read
            ? [call.World.Webhooks.Make(WebhookLack.Fired(call.World.Specification).First(), call, new(read, read))]
            : happened;
}
