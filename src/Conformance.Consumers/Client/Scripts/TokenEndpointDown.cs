using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The token endpoint answers 503, a little longer than the client should try.</summary>
internal sealed class TokenEndpointDown()
    : ClientScript(Title, "The token endpoint answers 503, a little longer than the client should try.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-endpoint-down";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        LackOfTokens(specification)
        ?? (specification.Authentication?.Refresh?.RetryAttempts is null ? "retry_attempts under token_refresh" : null);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        // One more than the generous reading (the first attempt and all its repetitions), to see whether it ends.
        var outage = specification.Authentication!.Refresh!.RetryAttempts!.Value + 2;
        var met = 0;
        return Direction.By(a => a.IsForToken && met++ < outage ? Refuse(503) : null);
    }
}
