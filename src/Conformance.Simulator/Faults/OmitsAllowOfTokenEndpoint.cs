using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The token endpoint refuses other methods without saying which it knows.</summary>
public sealed class OmitsAllowOfTokenEndpoint : Fault
{
    /// <inheritdoc />
    public override string Description => "The token endpoint refuses other methods without saying which it knows.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => call.IsForToken ? reply.Without("Allow") : reply;
}
