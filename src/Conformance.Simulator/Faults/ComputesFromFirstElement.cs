using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Formulas;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Computed fields only take the first element of a list into account.</summary>
public sealed class ComputesFromFirstElement : Fault
{
    /// <inheritdoc />
    public override string Description => "Computed fields only take the first element of a list into account.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.Resource?.Computed is { IsDefaultOrEmpty: false }, "computed field");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (
            !call.Does(ResourceAction.Create)
            || !reply.IsSuccess
            || StrictJson.Read(call.Request.Body, out var sent) is not null
            || JsonNode.Parse(sent.GetRawText()) is not JsonObject payload
        )
        {
            return reply;
        }

        foreach (var list in payload.Select(p => p.Value).OfType<JsonArray>())
        {
            while (list.Count > 1)
            {
                list.RemoveAt(1);
            }
        }

        var computed = call.Endpoint!.Resource!.Computed;
        return reply.ChangeMembers(
            call,
            m => computed.Any(c => c.Key == m.Property.Name.Value),
            m =>
                m.Value = Formula
                    .Parse(computed.First(c => c.Key == m.Property.Name.Value).Value.Value)
                    ?.Evaluate(payload)
                    is { } value
                    ? JsonValue.Create(value)
                    : m.Value?.DeepClone()
        );
    }
}
