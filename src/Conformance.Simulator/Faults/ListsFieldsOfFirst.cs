using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Lists show the texts of their first element in every other one too.</summary>
public sealed class ListsFieldsOfFirst : Fault
{
    /// <inheritdoc />
    public override string Description => "Lists show the texts of their first element in every other one too.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    )
    {
        var sent = call
            .World.Specification.Endpoints.Where(e =>
                e.Resource is { Action: ResourceAction.Create } role
                && role.Type.Value == call.Endpoint!.Resource!.Type.Value
            )
            .SelectMany(e => e.Request is { } body ? call.World.Schemas.Properties(body.Schema) : [])
            .Select(p => p.Name.Value)
            .ToList();
        return
        [
            .. found.Select(r =>
                r.Edit(fields =>
                {
                    foreach (var name in sent.Where(n => fields[n]?.GetValueKind() is JsonValueKind.String))
                    {
                        fields[name] = found[0].Fields[name]?.DeepClone();
                    }
                })
            ),
        ];
    }
}
