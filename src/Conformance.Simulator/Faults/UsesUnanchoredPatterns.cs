using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A pattern may match anywhere inside a text.</summary>
public sealed class UsesUnanchoredPatterns : Fault
{
    /// <inheritdoc />
    public override string Description => "A pattern may match anywhere inside a text.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "pattern"
            && SentBody.Find(call, v) is { } sent
            && SentBody.Rule(call, sent, s => s.Pattern) is { } pattern
            && EcmaText.IsMatch(pattern.TrimStart('^').TrimEnd('$'), sent.Value.GetString()!)
        );
}
