using System.Text.Json;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers in successful answers are strings.</summary>
public sealed class SendsNumbersAsText : Fault
{
    /// <inheritdoc />
    public override string Description => "Numbers in successful answers are strings.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOf(
            specification,
            (_, parts) =>
                parts.Any(p => p.Types is JsonTypes.Any || (p.Types & (JsonTypes.Number | JsonTypes.Integer)) != 0),
            "number in an answer"
        );

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => m.Value?.GetValueKind() is JsonValueKind.Number,
            m => m.Value = m.Value!.ToJsonString()
        );
}
