using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Reading a resource changes its numbers.</summary>
public sealed class CountsReads : Fault
{
    /// <inheritdoc />
    public override string Description => "Reading a resource changes its numbers.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (call.Does(ResourceAction.Read) && call.Named() is { } resource)
        {
            call.World.Resources.Store.Put(resource.Counted());
        }

        return reply;
    }
}
