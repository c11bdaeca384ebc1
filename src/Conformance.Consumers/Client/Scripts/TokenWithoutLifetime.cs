using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Token responses do not tell how long the token lives.</summary>
internal sealed class TokenWithoutLifetime()
    : ClientScript(Title, "Token responses do not tell how long the token lives.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-without-lifetime";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken ? new Intervention { HidesTokenLifetime = true } : null);
}
