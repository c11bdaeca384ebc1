using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Of an array the second element is not validated.</summary>
public sealed class SkipsSecondElement : Fault
{
    /// <inheritdoc />
    public override string Description => "Of an array the second element is not validated.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfArrays(specification, 2);

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => v.Path.Contains("[1]", StringComparison.Ordinal));
}
