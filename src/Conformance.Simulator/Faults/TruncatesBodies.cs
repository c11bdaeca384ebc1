using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Bodies end in the middle.</summary>
public sealed class TruncatesBodies : Fault
{
    /// <inheritdoc />
    public override string Description => "Bodies end in the middle.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Body?.ToJsonString() is { Length: > 2 } text
            ? reply with
            {
                Raw = System.Text.Encoding.UTF8.GetBytes(text[..(text.Length / 2)]),
            }
            : reply;
}
