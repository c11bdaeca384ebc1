using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A change of one resource changes the client's others too.</summary>
public sealed class ChangesAllResources : Fault
{
    /// <inheritdoc />
    public override string Description => "A change of one resource changes the client's others too.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource)
    {
        if (resource is not null && !call.Does(ResourceAction.Create))
        {
            foreach (var other in call.All().Where(r => r.Id != resource.Id).Take(100))
            {
                call.World.Resources.Store.Put(
                    other.Edit(fields =>
                    {
                        foreach (var name in call.Changed())
                        {
                            fields[name] = resource.Fields[name]?.DeepClone();
                        }
                    })
                );
            }
        }

        return resource;
    }
}
