using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens live as long as they should, and say they live a tenth of it.</summary>
public sealed class MisstatesTokenLifetime : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens live as long as they should, and say they live a tenth of it.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override TokenGrant AlterToken(Call call, TokenGrant grant) =>
        grant with
        {
            ExpiresIn = grant.ExpiresIn / 10,
        };
}
