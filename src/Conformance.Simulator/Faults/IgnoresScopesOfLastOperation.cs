using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>One operation, the last of the specification, asks for no scope.</summary>
public sealed class IgnoresScopesOfLastOperation : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "One operation, the last of the specification, asks for no scope.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfScopes(specification, e => e == specification.Endpoints.LastOrDefault(o => !o.IsPublic));

    private protected override bool IsOpen(Call call) => IsLast(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.InsufficientScope;
}
