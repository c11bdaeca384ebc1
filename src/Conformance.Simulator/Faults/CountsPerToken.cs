using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A new token is a new limit.</summary>
public sealed class CountsPerToken : Fault
{
    /// <inheritdoc />
    public override string Description => "A new token is a new limit.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override string AlterLimitedClient(Call call, string client) =>
        call.Request.Header("Authorization") ?? client;
}
