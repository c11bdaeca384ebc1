using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Required fields of inner objects may be left out.</summary>
public sealed class IgnoresRequiredFieldsInside : Fault
{
    /// <inheritdoc />
    public override string Description => "Required fields of inner objects may be left out.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => v.Keyword == "required" && v.Path.Contains('.'));
}
