using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Optional fields are demanded.</summary>
public sealed class DemandsOptionalFields : Fault
{
    /// <inheritdoc />
    public override string Description => "Optional fields are demanded.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(SentBody.LeftOut(call).Select(p => new Violation(p, "required", "Is required")));
}
