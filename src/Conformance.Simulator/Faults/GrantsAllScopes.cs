using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens hold every scope, whatever was asked for.</summary>
public sealed class GrantsAllScopes : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens hold every scope, whatever was asked for.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScopes(specification);

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            Scopes = [.. call.World.Specification.Authentication?.Scopes.Select(s => s.Key) ?? grant.Scopes],
        };
}
