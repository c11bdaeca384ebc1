using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>What is wrong with an element is forgotten when the next one is right.</summary>
public sealed class KeepsViolationsOfLastElement : Fault
{
    /// <inheritdoc />
    public override string Description => "What is wrong with an element is forgotten when the next one is right.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            Regex.Match(v.Path, @"^(.*?)\[([0-9]+)\]") is { Success: true } at
            && SentBody.Of(call).FirstOrDefault(s => s.Path == at.Groups[1].Value) is { } array
            && int.Parse(at.Groups[2].Value, CultureInfo.InvariantCulture) < array.Value.GetArrayLength() - 1
        );
}
