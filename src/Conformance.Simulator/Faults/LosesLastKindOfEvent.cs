using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Events of the kind declared last are never delivered.</summary>
public sealed class LosesLastKindOfEvent : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Events of the kind declared last are never delivered.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSeveralKinds(specification);

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) => happened.RemoveAll(o => o.Event == WebhookLack.Fired(call.World.Specification).Last());
}
