using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>One client's requests use up another's limit.</summary>
public sealed class SharesLimitBetweenClients : Fault
{
    /// <inheritdoc />
    public override string Description => "One client's requests use up another's limit.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override string AlterLimitedClient(Call call, string client) => "everybody";
}
