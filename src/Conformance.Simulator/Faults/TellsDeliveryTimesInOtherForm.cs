using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The time of the attempt is told as text instead of seconds, or the other way round.</summary>
public sealed class TellsDeliveryTimesInOtherForm : WebhookFault
{
    /// <inheritdoc />
    public override string Description =>
        "The time of the attempt is told as text instead of seconds, or the other way round.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.Webhooks?.Security is { Scheme: WebhookScheme.Declared, TimestampFormat: null }
            ? "Nothing says how the time of the attempt is written."
            : null;

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) =>
        stamp is null ? null : (terms with { HasTextTime = !terms.HasTextTime }).Text(attempt.At);
}
