using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>One operation, the last of the specification, takes expired tokens.</summary>
public sealed class AcceptsExpiredTokensOnLastOperation : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "One operation, the last of the specification, takes expired tokens.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    private protected override bool IsOpen(Call call) => IsLast(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.Expired;
}
