using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>After an answer in 4xx other than 408 and 429 delivery is given up.</summary>
public sealed class TakesRefusalsForFinal : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "After an answer in 4xx other than 408 and 429 delivery is given up.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome.Status is >= 400 and < 500 and not (408 or 429) ? DeliveryVerdict.GivenUp : verdict;
}
