using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that only read take any credential.</summary>
public sealed class AcceptsUnknownCredentialsOnReads : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that only read take any credential.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfProtection(specification)
        ?? Lack.Of(specification, e => !e.IsPublic && e.Method.Value is "GET", "protected operation that only reads");

    private protected override bool IsOpen(Call call) => IsRead(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.Unknown;
}
