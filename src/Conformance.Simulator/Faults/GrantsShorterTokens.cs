using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens live half as long as the specification says, and say so.</summary>
public sealed class GrantsShorterTokens : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens live half as long as the specification says, and say so.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            ExpiresIn = grant.ExpiresIn / 2,
            ExpiresAt = grant.ExpiresAt - grant.ExpiresIn / 2,
        };
}
