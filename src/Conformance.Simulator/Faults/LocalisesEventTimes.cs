using System.Globalization;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Times of events are written in a local form.</summary>
public sealed class LocalisesEventTimes : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Times of events are written in a local form.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.Time, "time of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p =>
            DottedPath.Set(
                p,
                told.Shape.Time,
                attempt.At.UtcDateTime.ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture)
            )
        );
}
