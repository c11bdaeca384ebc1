using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers in events are one greater than those of the resource.</summary>
public sealed class MiscountsInEvents : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Numbers in events are one greater than those of the resource.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfField(
            specification,
            (_, types) => (types & (JsonTypes.Number | JsonTypes.Integer)) != 0,
            "number in an event"
        );

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p =>
        {
            var data = told.Data(p);
            foreach (var name in Fields(attempt).Select(f => f.Name.Value))
            {
                if (data[name] is JsonValue value && value.TryGetValue<decimal>(out var number))
                {
                    data[name] = number + 1;
                }
            }
        });
}
