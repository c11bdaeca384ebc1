using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Only the first 16 characters of a key count.</summary>
public sealed class CutsIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Only the first 16 characters of a key count.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey)
    {
        var key = scopedKey.Split('\n')[^1];
        return scopedKey[..^key.Length] + (key.Length > 16 ? key[..16] : key);
    }
}
