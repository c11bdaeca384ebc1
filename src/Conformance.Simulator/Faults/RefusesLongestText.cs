using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A text of the greatest length allowed is refused.</summary>
public sealed class RefusesLongestText : StricterRule
{
    /// <inheritdoc />
    public override string Description => "A text of the greatest length allowed is refused.";

    private protected override string Keyword => "maxLength";

    private protected override string Message => "Must be shorter";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.String
        && sent.Value.GetString()!.EnumerateRunes().Count() == SentBody.Rule(call, sent, s => s.MaxLength);
}
