using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers in successful answers are strings.</summary>
public sealed class SendsNumbersAsText : Fault
{
    /// <inheritdoc />
    public override string Description => "Numbers in successful answers are strings.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => m.Value?.GetValueKind() is JsonValueKind.Number,
            m => m.Value = m.Value!.ToJsonString()
        );
}
