using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Events tell the state before as the one after, and the other way round.</summary>
public sealed class SwapsStates : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Events tell the state before as the one after, and the other way round.";

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
            var data = told.Data(p);
            foreach (var past in data.Select(m => m.Key).Where(k => EventFields.PastOf(k) is not null).ToList())
            {
                var stem = EventFields.PastOf(past);
                if (data.FirstOrDefault(m => EventFields.PresentOf(m.Key) == stem).Key is { } present)
                {
                    var (before, after) = (data[past]?.DeepClone(), data[present]?.DeepClone());
                    (data[past], data[present]) = (after, before);
                }
            }
        });
}
