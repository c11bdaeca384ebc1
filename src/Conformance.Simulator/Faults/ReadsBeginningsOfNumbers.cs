using System.Text.Json;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Of a text that begins like a number, the number is taken.</summary>
public sealed class ReadsBeginningsOfNumbers : LooseNumber
{
    /// <inheritdoc />
    public override string Description => "Of a text that begins like a number, the number is taken.";

    private protected override bool Takes(JsonElement sent) =>
        sent.ValueKind is JsonValueKind.String
        && sent.GetString() is [>= '0' and <= '9', ..] text
        && text.Any(char.IsAsciiLetter);
}
