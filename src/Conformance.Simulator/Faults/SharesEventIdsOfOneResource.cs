using System.Security.Cryptography;
using System.Text;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>All events about one resource have the same id.</summary>
public sealed class SharesEventIdsOfOneResource : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "All events about one resource have the same id.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSeveralKinds(specification) ?? WebhookLack.OfPart(specification, s => s.Id, "id of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Change.Current?.Id is { } id
            ? told.WithId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16)).ToString())
            : told;
}
