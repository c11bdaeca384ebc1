using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are not signed.</summary>
public sealed class OmitsSignatures : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are not signed.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfSignature(specification);

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => null;
}
