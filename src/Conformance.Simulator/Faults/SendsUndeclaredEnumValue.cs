using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Fields with a closed list of values have one that is not on it.</summary>
public sealed class SendsUndeclaredEnumValue : Fault
{
    /// <inheritdoc />
    public override string Description => "Fields with a closed list of values have one that is not on it.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOf(
            specification,
            (_, parts) => parts.Any(p => !p.Enum.IsDefaultOrEmpty),
            "closed list of values in an answer"
        );

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => call.World.Schemas.Parts(m.Property.Schema).Any(s => !s.Enum.IsDefaultOrEmpty),
            m => m.Value = "UNHEARD_OF"
        );
}
