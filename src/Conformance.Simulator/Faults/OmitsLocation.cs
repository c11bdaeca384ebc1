using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Creations do not say where the new resource is.</summary>
public sealed class OmitsLocation : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations do not say where the new resource is.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.Without("Location");
}
