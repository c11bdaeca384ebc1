using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>The length of a text is counted in bytes.</summary>
public sealed class CountsBytesOfText : Fault
{
    /// <inheritdoc />
    public override string Description => "The length of a text is counted in bytes.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody
                .Of(call)
                .Where(v =>
                    v.Value.ValueKind is JsonValueKind.String
                    && Encoding.UTF8.GetByteCount(v.Value.GetString()!) > SentBody.Rule(call, v, s => s.MaxLength)
                )
                .Select(v => new Violation(v.Path, "maxLength", "Must be shorter"))
        );
}
