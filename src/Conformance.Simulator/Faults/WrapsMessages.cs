using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Messages stand within another object.</summary>
public sealed class WrapsMessages : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages stand within another object.";

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told with
        {
            Payload = new JsonObject { ["message"] = told.Payload.DeepClone() },
        };
}
