using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The signature is over the message written in another way than it is sent.</summary>
public sealed class SignsReserialisedBodies : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The signature is over the message written in another way than it is sent.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfSignature(specification);

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => (input with { Body = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(input.Body.Span), Spacious) }).Draft();

    private static readonly JsonSerializerOptions Spacious = new() { WriteIndented = true };
}
