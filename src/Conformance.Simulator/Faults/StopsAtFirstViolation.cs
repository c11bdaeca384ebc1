using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Validation errors name only the first of the offending fields.</summary>
public sealed class StopsAtFirstViolation : Fault
{
    /// <inheritdoc />
    public override string Description => "Validation errors name only the first of the offending fields.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        [.. found.Take(1)];
}
