using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Every attempt tells another time of the event.</summary>
public sealed class ChangesMessagesBetweenAttempts : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Every attempt tells another time of the event.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfRepetition(specification) ?? WebhookLack.OfPart(specification, s => s.Time, "time of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        attempt.Number == 1
            ? told
            : told.Edit(p =>
                DottedPath.Set(p, told.Shape.Time, Resources.PlainText.DateTime(attempt.At.AddDays(-attempt.Number)))
            );
}
