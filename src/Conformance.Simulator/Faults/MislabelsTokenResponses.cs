using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses are sent as text.</summary>
public sealed class MislabelsTokenResponses : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses are sent as text.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken ? reply with { ContentType = "text/plain" } : reply;
}
