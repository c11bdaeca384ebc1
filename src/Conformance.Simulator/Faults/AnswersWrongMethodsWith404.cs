using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Methods that a path does not know are answered 404 instead of 405.</summary>
public sealed class AnswersWrongMethodsWith404 : Fault
{
    /// <inheritdoc />
    public override string Description => "Methods that a path does not know are answered 404 instead of 405.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 405 ? reply with { Status = 404 } : reply;
}
