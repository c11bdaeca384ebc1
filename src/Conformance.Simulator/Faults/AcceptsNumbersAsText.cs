using System.Globalization;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>A number may be sent as a text that looks like one.</summary>
public sealed class AcceptsNumbersAsText : LooseNumber
{
    /// <inheritdoc />
    public override string Description => "A number may be sent as a text that looks like one.";

    private protected override bool Takes(JsonElement sent) =>
        sent.ValueKind is JsonValueKind.String
        && decimal.TryParse(sent.GetString(), CultureInfo.InvariantCulture, out _);
}
