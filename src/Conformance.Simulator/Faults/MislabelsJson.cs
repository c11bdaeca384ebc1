using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>JSON is sent as text/plain.</summary>
public sealed class MislabelsJson : Fault
{
    /// <inheritdoc />
    public override string Description => "JSON is sent as text/plain.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply with { ContentType = "text/plain" };
}
