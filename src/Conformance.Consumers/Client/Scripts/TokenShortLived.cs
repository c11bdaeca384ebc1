using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Every token lives shorter than the refresh threshold.</summary>
internal sealed class TokenShortLived() : ClientScript(Title, "Every token lives shorter than the refresh threshold.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-short-lived";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var threshold = specification.Authentication!.Refresh?.Threshold?.Value ?? TimeSpan.FromMinutes(2);
        var lifetime = TimeSpan.FromSeconds(Math.Max(1, Math.Round(threshold.TotalSeconds / 2)));
        return Direction.By(a => a.IsForToken ? new Intervention { TokenLifetime = lifetime } : null);
    }
}
