using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Computed fields are summed in binary floating point.</summary>
public sealed class ComputesInBinary : Fault
{
    /// <inheritdoc />
    public override string Description => "Computed fields are summed in binary floating point.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.Resource?.Computed is { IsDefaultOrEmpty: false }, "computed field");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(
            call,
            m =>
                call.Endpoint?.Resource?.Computed.Any(c => c.Key == m.Property.Name.Value) is true
                && m.Value?.GetValueKind() is JsonValueKind.Number,
            m => m.Value = JsonValue.Create(Inexact(m.Value!.GetValue<decimal>()))
        );

    // What a sum of tenths leaves behind: the nearest double but one.
    private static double Inexact(decimal exact) => exact % 1 == 0 ? (double)exact : Math.BitIncrement((double)exact);
}
