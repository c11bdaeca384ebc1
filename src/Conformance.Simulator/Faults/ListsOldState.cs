using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Lists and searches show resources in the state before their last transition.</summary>
public sealed class ListsOldState : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Lists and searches show resources in the state before their last transition.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Transition);

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => [.. found.Select(r => r.Edit(fields => Undo(call, fields)))];

    private static void Undo(Call call, JsonObject fields)
    {
        var transitions = call.World.Specification.Endpoints.Where(e =>
            e.Resource?.Type.Value == call.Endpoint?.Resource?.Type.Value
        );
        foreach (var (name, allowed) in transitions.SelectMany(e => e.Resource!.From))
        {
            fields[name] = JsonNode.Parse(allowed[0].GetRawText());
        }
    }
}
