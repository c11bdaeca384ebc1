using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>All events have the same id.</summary>
public sealed class ReusesEventIds : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "All events have the same id.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.Id, "id of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.WithId(
            told.Id.StartsWith("evt_", StringComparison.Ordinal)
                ? "evt_" + new string('1', 32)
                : Guid.AllBitsSet.ToString()
        );
}
