using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Of an array the first twenty elements are validated.</summary>
public sealed class ChecksFirstTwentyElementsOnly : Fault
{
    /// <inheritdoc />
    public override string Description => "Of an array the first twenty elements are validated.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfArrays(specification, 21);

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => Regex.IsMatch(v.Path, "\\[([2-9][0-9]|[0-9]{3,})]"));
}
