using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The token comes under the refresh threshold while the client is at work.</summary>
internal sealed class TokenExpiring()
    : ClientScript(Title, "The token comes under the refresh threshold while the client is at work.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-expiring";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        LackOfTokens(specification)
        ?? (specification.Authentication?.Refresh?.Threshold is null ? "a threshold under token_refresh" : null);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var threshold = specification.Authentication!.Refresh!.Threshold!.Value;
        var (tokens, calls) = (0, 0);
        return Direction.By(arrival =>
            arrival.IsForToken
                ? tokens++ == 0
                    ? new Intervention { TokenLifetime = threshold + ScriptTimes.OverThreshold }
                    : null
                : calls++ == 0
                    ? new Intervention { Delay = ScriptTimes.UntilUnderThreshold }
                    : null
        );
    }
}
