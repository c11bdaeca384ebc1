using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Texts must be ASCII.</summary>
public sealed class RefusesLettersBeyondAscii : StricterRule
{
    /// <inheritdoc />
    public override string Description => "Texts must be ASCII.";

    private protected override string Keyword => "type";

    private protected override string Message => "Must be plain text";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.String && sent.Value.GetString()!.Any(c => c > 127);
}
