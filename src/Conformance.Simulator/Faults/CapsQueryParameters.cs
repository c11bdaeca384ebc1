using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A query parameter out of its bounds is taken for the nearest bound.</summary>
public sealed class CapsQueryParameters : Fault
{
    /// <inheritdoc />
    public override string Description => "A query parameter out of its bounds is taken for the nearest bound.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword is "minimum" or "maximum" && call.Endpoint!.QueryParameters.Any(p => p.Name.Value == v.Path)
        );
}
