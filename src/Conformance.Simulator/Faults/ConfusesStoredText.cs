using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Texts are stored in upper case.</summary>
public sealed class ConfusesStoredText : Fault
{
    /// <inheritdoc />
    public override string Description => "Texts are stored in upper case.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource)
    {
        var fields = resource?.Fields.DeepClone().AsObject();
        var accepted = call.Endpoint?.Request?.Schema is { } schema ? call.World.Schemas.Properties(schema) : [];
        foreach (var name in accepted.Select(p => p.Name.Value))
        {
            if (fields?[name]?.GetValueKind() is JsonValueKind.String)
            {
                fields[name] = fields[name]!.GetValue<string>().ToUpperInvariant();
            }
        }

        return resource is null || fields is null ? resource : resource with { Fields = fields };
    }
}
