using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that change something ask for no scope.</summary>
public sealed class IgnoresScopesOfWrites : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that change something ask for no scope.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfScopes(specification, e => e.Method.Value is not "GET");

    private protected override bool IsOpen(Call call) => !IsRead(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.InsufficientScope;
}
