using System.Globalization;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The time of the attempt is told in milliseconds.</summary>
public sealed class TellsDeliveryTimesInMilliseconds : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The time of the attempt is told in milliseconds.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.Webhooks?.Security is { Scheme: WebhookScheme.Declared, TimestampFormat: null }
            ? "Nothing says how the time of the attempt is written."
            : null;

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) =>
        stamp is null ? null : attempt.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
