using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>A resource whose creation was repeated is listed twice.</summary>
public sealed class ListsReplaysTwice : Fault
{
    /// <inheritdoc />
    public override string Description => "A resource whose creation was repeated is listed twice.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    private const string Mark = "\0replayed";

    /// <inheritdoc />
    internal override Reply AlterReplay(Call call, Reply original, Reply reply)
    {
        if (call.All().FirstOrDefault(r => r.Id == original.ResourceId) is { } replayed)
        {
            call.World.Resources.Store.Put(replayed.Edit(fields => fields[Mark] = true));
        }

        return reply;
    }

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => [.. found.SelectMany(r => r.Fields.ContainsKey(Mark) ? (Resource[])[r, r] : [r])];
}
