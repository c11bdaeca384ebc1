using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Required strings in successful answers are null.</summary>
public sealed class SendsNullForText : Fault
{
    /// <inheritdoc />
    public override string Description => "Required strings in successful answers are null.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => m.Property.IsRequired && m.Value?.GetValueKind() is JsonValueKind.String,
            m => m.Value = null
        );
}
