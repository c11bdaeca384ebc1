using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Upper and lower case of a key are the same.</summary>
public sealed class IgnoresCaseOfIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Upper and lower case of a key are the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) => scopedKey.ToUpperInvariant();
}
