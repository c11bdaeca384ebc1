using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Error bodies lack the message.</summary>
public sealed class OmitsErrorMessage : Fault
{
    /// <inheritdoc />
    public override string Description => "Error bodies lack the message.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.WithoutErrorPart(call, r => r.Message);
}
