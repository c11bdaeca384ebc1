using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Successful answers lack their last required field.</summary>
public sealed class OmitsRequiredField : Fault
{
    /// <inheritdoc />
    public override string Description => "Successful answers lack their last required field.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOf(specification, (p, _) => p.IsRequired, "required field in an answer");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        !reply.IsSuccess || reply.Body is not JsonObject
            ? reply
            : reply.Edit(body =>
            {
                var declared = call.Endpoint?.FindResponse(reply.Status)?.Schema;
                var required = declared is null ? [] : call.World.Schemas.Properties(declared).Where(p => p.IsRequired);
                body.AsObject().Remove(required.LastOrDefault()?.Name.Value ?? "");
                return body;
            });
}
