using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Texts must be ASCII.</summary>
public sealed class RefusesLettersBeyondAscii : Fault
{
    /// <inheritdoc />
    public override string Description => "Texts must be ASCII.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody
                .Of(call)
                .Where(v => v.Value.ValueKind is JsonValueKind.String && v.Value.GetString()!.Any(c => c > 127))
                .Select(v => new Violation(v.Path, "type", "Must be plain text"))
        );
}
