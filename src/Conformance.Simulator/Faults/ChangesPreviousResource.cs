using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A change of one resource changes the one that was made before it too.</summary>
public sealed class ChangesPreviousResource : Fault
{
    /// <inheritdoc />
    public override string Description => "A change of one resource changes the one that was made before it too.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Update, ResourceAction.Transition);

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource)
    {
        if (
            resource is not null
            && !call.Does(ResourceAction.Create)
            && call.All().SkipWhile(r => r.Id != resource.Id).Skip(1).FirstOrDefault() is { } previous
        )
        {
            call.World.Resources.Store.Put(
                previous.Edit(fields =>
                {
                    foreach (var name in call.Changed())
                    {
                        fields[name] = resource.Fields[name]?.DeepClone();
                    }
                })
            );
        }

        return resource;
    }
}
