using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A number may be true or false.</summary>
public sealed class AcceptsBooleansAsNumbers : Fault
{
    /// <inheritdoc />
    public override string Description => "A number may be true or false.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "type"
            && SentBody.Find(call, v) is { } sent
            && sent.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            && (call.World.Schemas.Types(sent.Schema) & (JsonTypes.Integer | JsonTypes.Number)) != 0
        );
}
