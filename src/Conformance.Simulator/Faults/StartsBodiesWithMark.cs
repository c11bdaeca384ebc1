using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Bodies start with a byte order mark.</summary>
public sealed class StartsBodiesWithMark : Fault
{
    /// <inheritdoc />
    public override string Description => "Bodies start with a byte order mark.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Body?.ToJsonString() is { } text
            ? reply with
            {
                Raw = System.Text.Encoding.UTF8.GetBytes("\uFEFF" + text),
            }
            : reply;
}
