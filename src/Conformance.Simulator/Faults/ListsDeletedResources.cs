using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Deleted resources cannot be read any more, but are still listed.</summary>
public sealed class ListsDeletedResources : Fault
{
    /// <inheritdoc />
    public override string Description => "Deleted resources cannot be read any more, but are still listed.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    private const string Mark = "\0deleted";

    /// <inheritdoc />
    internal override Resource? AlterDeleted(Call call, Resource deleted, Resource? kept)
    {
        var marked = deleted.Edit(fields => fields[Mark] = true);
        call.World.Resources.Store.Put(marked);
        return marked;
    }

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Read) && call.Named()?.Fields.ContainsKey(Mark) is true
            ? call.World.Refusals.UnknownResource(call)
            : reply;
}
