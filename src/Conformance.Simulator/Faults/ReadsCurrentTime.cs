using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Reading shows the current time for every date of a resource.</summary>
public sealed class ReadsCurrentTime : Fault
{
    /// <inheritdoc />
    public override string Description => "Reading shows the current time for every date of a resource.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Read)
            ? reply.ChangeMembers(
                call,
                m => m.Format(call) is "date-time",
                m => m.Value = PlainText.DateTime(call.World.Clock.GetUtcNow())
            )
            : reply;
}
