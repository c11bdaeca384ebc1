using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Token responses may be cached.</summary>
public sealed class LetsTokensBeCached : Fault
{
    /// <inheritdoc />
    public override string Description => "Token responses may be cached.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken ? reply.With("Cache-Control", "max-age=3600").Without("Pragma") : reply;
}
