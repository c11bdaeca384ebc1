using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A request may set what only the response declares.</summary>
public sealed class TakesOverResponseFields : Fault
{
    /// <inheritdoc />
    public override string Description => "A request may set what only the response declares.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfOpenRequests(specification);

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource)
    {
        var identifier = call.Endpoint?.Resource?.Identifier.Value;
        if (
            resource?.Fields.DeepClone().AsObject() is not { } fields
            || StrictJson.Read(call.Request.Body, out var body) is not null
            || body.ValueKind is not JsonValueKind.Object
        )
        {
            return resource;
        }

        var declared = call.Endpoint?.Request is { } request
            ? call.World.Schemas.Properties(request.Schema).Select(p => p.Name.Value).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (
            var sent in body.EnumerateObject()
                .Where(m => m.Name != identifier && !declared.Contains(m.Name) && fields.ContainsKey(m.Name))
        )
        {
            fields[sent.Name] = JsonNode.Parse(sent.Value.GetRawText());
        }

        return resource with
        {
            Fields = fields,
        };
    }
}
