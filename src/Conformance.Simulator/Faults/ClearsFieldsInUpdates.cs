using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Fields that a partial update does not send are lost.</summary>
public sealed class ClearsFieldsInUpdates : Fault
{
    /// <inheritdoc />
    public override string Description => "Fields that a partial update does not send are lost.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Update);

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource)
    {
        if (!call.Does(ResourceAction.Update) || StrictJson.Read(call.Request.Body, out var body) is not null)
        {
            return resource;
        }

        var declared = call.World.Schemas.Properties(call.Endpoint!.Request!.Schema).Select(p => p.Name.Value);
        return resource?.Edit(fields =>
        {
            foreach (var name in declared.Where(n => !body.TryGetProperty(n, out _)))
            {
                fields.Remove(name);
            }
        });
    }
}
