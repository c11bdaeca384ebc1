using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The greatest number allowed is refused.</summary>
public sealed class RefusesGreatestNumber : StricterRule
{
    /// <inheritdoc />
    public override string Description => "The greatest number allowed is refused.";

    private protected override string Keyword => "maximum";

    private protected override string Message => "Must be less";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.Number
        && sent.Value.TryGetDecimal(out var number)
        && number == SentBody.Rule(call, sent, s => s.Maximum);
}
