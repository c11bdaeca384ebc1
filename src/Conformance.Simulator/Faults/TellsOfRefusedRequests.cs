using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>A refused request fires the events of its success.</summary>
public sealed class TellsOfRefusedRequests : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "A refused request fires the events of its success.";

    /// <inheritdoc />
    internal override ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) =>
        happened.IsEmpty && reply.Status is 400 or 404 or 409 or 422
            ? call.World.Webhooks.Of(call, new(call.Named(), call.Named() ?? Wanted(call)))
            : happened;

    private static Resource Wanted(Call call)
    {
        var isObject =
            StrictJson.Read(call.Request.Body, out var body) is null && body.ValueKind is JsonValueKind.Object;
        return new(
            call.Endpoint!.Resource?.Type.Value ?? "",
            Guid.NewGuid().ToString(),
            call.Client,
            isObject ? JsonObject.Create(body)! : []
        );
    }
}
