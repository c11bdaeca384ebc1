using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that change something are not guarded.</summary>
public sealed class LeavesWritesOpen : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that change something are not guarded.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfProtection(specification)
        ?? Lack.Of(specification, e => !e.IsPublic && e.Method.Value is not "GET", "protected operation that writes");

    private protected override bool IsOpen(Call call) => !IsRead(call);
}
