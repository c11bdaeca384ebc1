using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens stop working after half the time that was promised.</summary>
public sealed class ExpiresTokensEarly : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens stop working after half the time that was promised.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            ExpiresAt = grant.ExpiresAt - grant.ExpiresIn / 2,
        };
}
