using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Events tell the state before the change as the current one.</summary>
public sealed class TellsOldState : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Events tell the state before the change as the current one.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfField(
            specification,
            (p, _) => EventFields.PresentOf(p.Name.Value) is not null,
            "state after the change in an event"
        );

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p =>
        {
            foreach (
                var field in Fields(attempt).Select(f => f.Name.Value).Where(f => EventFields.PresentOf(f) is not null)
            )
            {
                var stem = EventFields.PresentOf(field);
                var past = told.Data(p).FirstOrDefault(m => EventFields.PastOf(m.Key) == stem).Value;
                told.Data(p)[field] = past?.DeepClone() ?? told.Data(p)[field]?.DeepClone();
            }
        });
}
