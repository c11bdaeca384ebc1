using System.Text.Json;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Reading shows plain texts otherwise than they were written.</summary>
public sealed class ReadsOtherText : Fault
{
    /// <inheritdoc />
    public override string Description => "Reading shows plain texts otherwise than they were written.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Does(ResourceAction.Read)
            ? reply.ChangeMembers(
                call,
                m =>
                    m.Value?.GetValueKind() is JsonValueKind.String
                    && m.Format(call) is null
                    && m.Property.Name.Value != call.Endpoint!.Resource!.Identifier.Value
                    && call.World.Schemas.First(m.Property.Schema, s => s.Pattern) is null
                    && !call.Sets().Any(s => s.Key == m.Property.Name.Value),
                m => m.Value = string.Concat(m.Value!.GetValue<string>().Reverse())
            )
            : reply;
}
