using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A line feed after a text that matches its pattern is overlooked.</summary>
public sealed class AcceptsTrailingNewlines : Fault
{
    /// <inheritdoc />
    public override string Description => "A line feed after a text that matches its pattern is overlooked.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "pattern"
            && SentBody.Find(call, v) is { } sent
            && SentBody.Rule(call, sent, s => s.Pattern) is { } pattern
            && EcmaText.IsMatch(pattern, sent.Value.GetString()!.TrimEnd('\n'))
        );
}
