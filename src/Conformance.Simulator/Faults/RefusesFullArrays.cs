using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>An array of the greatest length allowed is refused.</summary>
public sealed class RefusesFullArrays : Fault
{
    /// <inheritdoc />
    public override string Description => "An array of the greatest length allowed is refused.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody
                .Of(call)
                .Where(v =>
                    v.Value.ValueKind is JsonValueKind.Array
                    && v.Value.GetArrayLength() == SentBody.Rule(call, v, s => s.MaxItems)
                )
                .Select(v => new Violation(v.Path, "maxItems", "Must have fewer elements"))
        );
}
