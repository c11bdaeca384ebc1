using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The least number allowed is refused.</summary>
public sealed class RefusesLeastNumber : StricterRule
{
    /// <inheritdoc />
    public override string Description => "The least number allowed is refused.";

    private protected override string Keyword => "minimum";

    private protected override string Message => "Must be more";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.Number
        && sent.Value.TryGetDecimal(out var number)
        && number == SentBody.Rule(call, sent, s => s.Minimum);
}
