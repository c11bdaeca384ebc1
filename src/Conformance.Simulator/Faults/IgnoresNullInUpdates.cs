using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A field that an update sets to null stays as it was.</summary>
public sealed class IgnoresNullInUpdates : Fault
{
    /// <inheritdoc />
    public override string Description => "A field that an update sets to null stays as it was.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(
            specification,
            e =>
                e is { Resource.Action: ResourceAction.Update, Request: { } body }
                && new SchemaIndex(specification)
                    .Properties(body.Schema)
                    .Any(p => new SchemaIndex(specification).Types(p.Schema).HasFlag(JsonTypes.Null)),
            "field that an update may set to null"
        );

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource) =>
        call.Does(ResourceAction.Update) && call.Named() is { } before
            ? resource?.Edit(fields =>
            {
                foreach (var (name, value) in before.Fields.Where(f => fields.ContainsKey(f.Key)))
                {
                    fields[name] = (fields[name] ?? value)?.DeepClone();
                }
            })
            : resource;
}
