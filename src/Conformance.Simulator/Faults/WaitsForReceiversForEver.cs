using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Receivers may take a day to answer.</summary>
public sealed class WaitsForReceiversForEver : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Receivers may take a day to answer.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfPatience(specification);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan with { Patience = TimeSpan.FromDays(1) };
}
