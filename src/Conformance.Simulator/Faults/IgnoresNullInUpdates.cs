using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
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
