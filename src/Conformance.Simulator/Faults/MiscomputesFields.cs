using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Computed fields are off by one hundredth.</summary>
public sealed class MiscomputesFields : Fault
{
    /// <inheritdoc />
    public override string Description => "Computed fields are off by one hundredth.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.Resource?.Computed is { IsDefaultOrEmpty: false }, "computed field");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m => IsComputed(call, m) && m.Value?.GetValueKind() is JsonValueKind.Number,
            m => m.Value = JsonValue.Create(m.Value!.GetValue<decimal>() + 0.01m)
        );

    private static bool IsComputed(Call call, BodyMember member) =>
        call.World.Specification.Endpoints.Any(e =>
            e.Resource?.Computed.Any(c => c.Key == member.Property.Name.Value) is true
        );
}
