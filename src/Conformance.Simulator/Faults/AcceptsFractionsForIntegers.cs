using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>An integer may have a fraction.</summary>
public sealed class AcceptsFractionsForIntegers : Fault
{
    /// <inheritdoc />
    public override string Description => "An integer may have a fraction.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "type"
            && SentBody.Find(call, v) is { } sent
            && sent.Value.ValueKind is JsonValueKind.Number
            && (call.World.Schemas.Types(sent.Schema) & (JsonTypes.Integer | JsonTypes.Number)) != 0
        );
}
