using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>The least number allowed is refused.</summary>
public sealed class RefusesLeastNumber : Fault
{
    /// <inheritdoc />
    public override string Description => "The least number allowed is refused.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody
                .Of(call)
                .Where(v =>
                    v.Value.ValueKind is JsonValueKind.Number
                    && v.Value.TryGetDecimal(out var number)
                    && number == SentBody.Rule(call, v, s => s.Minimum)
                )
                .Select(v => new Violation(v.Path, "minimum", "Must be more"))
        );
}
