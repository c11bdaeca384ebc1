using System.Text.Json;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>A number may be true or false.</summary>
public sealed class AcceptsBooleansAsNumbers : LooseNumber
{
    /// <inheritdoc />
    public override string Description => "A number may be true or false.";

    private protected override bool Takes(JsonElement sent) =>
        sent.ValueKind is JsonValueKind.True or JsonValueKind.False;
}
