using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Keys with quotes make the server fail.</summary>
public sealed class FailsOnUnusualIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Keys with quotes make the server fail.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Endpoint?.Idempotency is { } rules
        && call.Request.Header(rules.Header.Value) is { } key
        && key.Contains('\'', StringComparison.Ordinal)
            ? call.World.Refusals.Failed(call)
            : reply;
}
