using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>An array of the least length allowed is refused.</summary>
public sealed class RefusesShortestArrays : StricterRule
{
    /// <inheritdoc />
    public override string Description => "An array of the least length allowed is refused.";

    private protected override string Keyword => "minItems";

    private protected override string Message => "Must have more elements";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.Array
        && sent.Value.GetArrayLength() == SentBody.Rule(call, sent, s => s.MinItems);
}
