using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A text of the greatest length allowed is refused.</summary>
public sealed class RefusesLongestText : Fault
{
    /// <inheritdoc />
    public override string Description => "A text of the greatest length allowed is refused.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody
                .Of(call)
                .Where(v =>
                    v.Value.ValueKind is JsonValueKind.String
                    && v.Value.GetString()!.EnumerateRunes().Count() == SentBody.Rule(call, v, s => s.MaxLength)
                )
                .Select(v => new Violation(v.Path, "maxLength", "Must be shorter"))
        );
}
