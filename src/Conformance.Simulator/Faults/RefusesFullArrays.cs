using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>An array of the greatest length allowed is refused.</summary>
public sealed class RefusesFullArrays : StricterRule
{
    /// <inheritdoc />
    public override string Description => "An array of the greatest length allowed is refused.";

    private protected override string Keyword => "maxItems";

    private protected override string Message => "Must have fewer elements";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.Array
        && sent.Value.GetArrayLength() == SentBody.Rule(call, sent, s => s.MaxItems);
}
