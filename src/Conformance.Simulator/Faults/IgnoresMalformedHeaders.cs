using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Headers may hold anything.</summary>
public sealed class IgnoresMalformedHeaders : Fault
{
    /// <inheritdoc />
    public override string Description => "Headers may hold anything.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword is "format" or "pattern" && call.Endpoint!.Headers.Any(h => h.Name.Value == v.Path)
        );
}
