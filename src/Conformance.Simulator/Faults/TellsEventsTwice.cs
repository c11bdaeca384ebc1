using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Every event is told twice, under two ids.</summary>
public sealed class TellsEventsTwice : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Every event is told twice, under two ids.";

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) => [.. happened, .. happened.Select(o => o.WithId(call.World.Webhooks.NewId()))];
}
