using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Types are checked in all elements, bounds and forms only in the first.</summary>
public sealed class ChecksRulesOfFirstElementOnly : Fault
{
    /// <inheritdoc />
    public override string Description => "Types are checked in all elements, bounds and forms only in the first.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => v.Keyword is not ("type" or "required") && Regex.IsMatch(v.Path, "\\[[1-9]"));
}
