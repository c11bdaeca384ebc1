using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Texts are trimmed before their form is checked.</summary>
public sealed class IgnoresSurroundingSpaces : Fault
{
    /// <inheritdoc />
    public override string Description => "Texts are trimmed before their form is checked.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword is "pattern"
            && SentBody.Find(call, v) is { } sent
            && SentBody.Rule(call, sent, s => s.Pattern) is { } pattern
            && EcmaText.IsMatch(pattern, sent.Value.GetString()!.Trim())
        );
}
