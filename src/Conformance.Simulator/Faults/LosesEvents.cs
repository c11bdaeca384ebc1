using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>No event is ever delivered.</summary>
public sealed class LosesEvents : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "No event is ever delivered.";

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) => [];
}
