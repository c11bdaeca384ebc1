using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The last of the fields that an event must have is missing.</summary>
public sealed class OmitsEventFields : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The last of the fields that an event must have is missing.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfField(specification, (p, _) => p.IsRequired, "field that an event must have");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        Fields(attempt).LastOrDefault(f => f.IsRequired) is { } last
            ? told.Edit(p => told.Data(p).Remove(last.Name.Value))
            : told;
}
