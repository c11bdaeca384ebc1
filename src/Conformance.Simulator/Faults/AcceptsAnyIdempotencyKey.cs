using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Keys of any length and form are taken.</summary>
public sealed class AcceptsAnyIdempotencyKey : Fault
{
    /// <inheritdoc />
    public override string Description => "Keys of any length and form are taken.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => v.Path == call.Endpoint?.Idempotency?.Header.Value);
}
