using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens stop working one minute before their time.</summary>
public sealed class ExpiresTokensSomewhatEarly : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens stop working one minute before their time.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            ExpiresAt = grant.ExpiresAt - TimeSpan.FromMinutes(1),
        };
}
