using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Every third event is lost.</summary>
public sealed class LosesEventsNowAndThen : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Every third event is lost.";

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) => call.Ordinal % 3 == 0 ? [] : happened;
}
