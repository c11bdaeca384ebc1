using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are signed with another secret than the one agreed upon.</summary>
public sealed class SignsWithOtherSecrets : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are signed with another secret than the one agreed upon.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfSignature(specification);

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is null ? null : draft with { Key = [.. draft.Key.Select(b => (byte)(b ^ 1))] };
}
