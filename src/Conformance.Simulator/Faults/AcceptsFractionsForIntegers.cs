using System.Text.Json;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>An integer may have a fraction.</summary>
public sealed class AcceptsFractionsForIntegers : LooseNumber
{
    /// <inheritdoc />
    public override string Description => "An integer may have a fraction.";

    private protected override bool Takes(JsonElement sent) => sent.ValueKind is JsonValueKind.Number;
}
