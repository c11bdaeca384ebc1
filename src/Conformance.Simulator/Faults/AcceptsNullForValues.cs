using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Any value may be null.</summary>
public sealed class AcceptsNullForValues : Fault
{
    /// <inheritdoc />
    public override string Description => "Any value may be null.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "type" && SentBody.Find(call, v) is { } sent && sent.Value.ValueKind is JsonValueKind.Null
        );
}
