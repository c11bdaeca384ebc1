using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Replays show the resource as it is now where the original is declared, and the other way round.</summary>
public sealed class ReplaysInAnotherForm : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Replays show the resource as it is now where the original is declared, and the other way round.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override Reply AlterReplay(Call call, Reply original, Reply reply) =>
        call.Endpoint?.Idempotency?.OnReplay?.Body is "original"
        && call.Endpoint.FindResponse(reply.Status)?.Schema is { } schema
            ? reply with
            {
                Body = call.World.Resources.Represent(call, schema, original.ResourceId),
            }
            : reply with
            {
                Body = original.Body?.DeepClone(),
            };
}
