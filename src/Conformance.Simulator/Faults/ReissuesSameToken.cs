using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every request for a token gets the same one.</summary>
public sealed class ReissuesSameToken : Fault
{
    /// <inheritdoc />
    public override string Description => "Every request for a token gets the same one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            Token = $"the-only-token-of-{grant.Client}",
        };
}
