using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Answers to wrong methods do not say which are right.</summary>
public sealed class OmitsAllow : Fault
{
    /// <inheritdoc />
    public override string Description => "Answers to wrong methods do not say which are right.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.Without("Allow");
}
