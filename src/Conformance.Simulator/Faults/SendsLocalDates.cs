using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Dates and times are written as people of some country write them.</summary>
public sealed class SendsLocalDates : Fault
{
    /// <inheritdoc />
    public override string Description => "Dates and times are written as people of some country write them.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOfFormat(specification, "date-time");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(call, m => m.Format(call) is "date-time", m => m.Value = "15.01.2024 10:30");
}
