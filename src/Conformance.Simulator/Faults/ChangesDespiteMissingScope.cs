using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Requests without the scope are refused, but change the resource all the same.</summary>
public sealed class ChangesDespiteMissingScope : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Requests without the scope are refused, but change the resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfScopes(specification, e => e.Resource is { Sets.IsEmpty: false });

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (reply.Status is 403 && call.Named() is { } resource)
        {
            var sets = call.Endpoint!.Resource!.Sets;
            call.World.Resources.Store.Put(
                resource.Edit(fields =>
                {
                    foreach (var (name, value) in sets)
                    {
                        fields[name] = JsonNode.Parse(value.GetRawText());
                    }
                })
            );
        }

        return reply;
    }
}
