using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A new token is a new limit.</summary>
public sealed class CountsPerToken : Fault
{
    /// <inheritdoc />
    public override string Description => "A new token is a new limit.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfLimits(specification) ?? Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override string AlterLimitedClient(Call call, string client) =>
        call.World.Specification.Authentication?.TokenEndpoint is null
            ? client
            : call.Request.Header("Authorization") ?? client;
}
