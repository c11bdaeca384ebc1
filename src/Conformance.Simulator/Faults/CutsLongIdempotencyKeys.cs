using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The last character of a long key does not count.</summary>
public sealed class CutsLongIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "The last character of a long key does not count.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) =>
        call.Request.Header(call.Endpoint!.Idempotency!.Header.Value) is { Length: > 40 } ? scopedKey[..^1] : scopedKey;
}
