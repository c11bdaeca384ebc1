using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens work one minute longer than they were promised to.</summary>
public sealed class ExpiresTokensLate : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens work one minute longer than they were promised to.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            ExpiresAt = grant.ExpiresAt + TimeSpan.FromMinutes(1),
        };
}
