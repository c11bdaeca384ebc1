using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Of an array only the first element is validated.</summary>
public sealed class ChecksFirstElementOnly : Fault
{
    /// <inheritdoc />
    public override string Description => "Of an array only the first element is validated.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => Regex.IsMatch(v.Path, "\\[[1-9]"));
}
