using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Validation errors name the first element whichever is wrong.</summary>
public sealed class NamesFirstElementAlways : Fault
{
    /// <inheritdoc />
    public override string Description => "Validation errors name the first element whichever is wrong.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        [.. found.Select(v => v with { Path = Regex.Replace(v.Path, "\\[[0-9]+\\]", "[0]") })];
}
