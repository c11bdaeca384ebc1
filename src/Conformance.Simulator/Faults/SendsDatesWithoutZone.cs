using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Dates and times lack their offset from UTC.</summary>
public sealed class SendsDatesWithoutZone : Fault
{
    /// <inheritdoc />
    public override string Description => "Dates and times lack their offset from UTC.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(call, m => m.Format(call) is "date-time", m => m.Value = m.Value?.ToString().TrimEnd('Z'));
}
