using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A number may be sent as a text that looks like one.</summary>
public sealed class AcceptsNumbersAsText : Fault
{
    /// <inheritdoc />
    public override string Description => "A number may be sent as a text that looks like one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "type"
            && SentBody.Find(call, v) is { } sent
            && sent.Value.ValueKind is JsonValueKind.String
            && (call.World.Schemas.Types(sent.Schema) & (JsonTypes.Integer | JsonTypes.Number)) != 0
            && decimal.TryParse(sent.Value.GetString(), CultureInfo.InvariantCulture, out _)
        );
}
