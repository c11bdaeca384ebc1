using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Validation errors name fields of elements without the index.</summary>
public sealed class NamesFieldsWithoutIndex : Fault
{
    /// <inheritdoc />
    public override string Description => "Validation errors name fields of elements without the index.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        [.. found.Select(v => v with { Path = Regex.Replace(v.Path, "\\[[0-9]+\\]", "") })];
}
