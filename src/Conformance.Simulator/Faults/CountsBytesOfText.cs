using System.Text;
using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The length of a text is counted in bytes.</summary>
public sealed class CountsBytesOfText : StricterRule
{
    /// <inheritdoc />
    public override string Description => "The length of a text is counted in bytes.";

    private protected override string Keyword => "maxLength";

    private protected override string Message => "Must be shorter";

    private protected override bool Refuses(Call call, SentValue sent) =>
        sent.Value.ValueKind is JsonValueKind.String
        && Encoding.UTF8.GetByteCount(sent.Value.GetString()!) > SentBody.Rule(call, sent, s => s.MaxLength);
}
