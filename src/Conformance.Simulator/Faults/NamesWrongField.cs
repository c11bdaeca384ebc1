using System.Text.Json.Nodes;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Validation errors name the field beside the offending one.</summary>
public sealed class NamesWrongField : Fault
{
    /// <inheritdoc />
    public override string Description => "Validation errors name the field beside the offending one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Details, "list of offending fields");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(
            call,
            r => r.Details,
            (body, path) =>
            {
                var member = ErrorWriter.RolesOf(call.World.Specification).DetailField ?? "field";
                foreach (
                    var detail in DottedPath.Get(body, path) is JsonArray details ? details.OfType<JsonObject>() : []
                )
                {
                    DottedPath.Set(detail, member, "something_else");
                }
            }
        );
}
