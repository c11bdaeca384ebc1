using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The token endpoint refuses the credentials: 401 invalid_client.</summary>
internal sealed class TokenClientRefused()
    : ClientScript(Title, "The token endpoint refuses the credentials: 401 invalid_client.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-client-refused";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken ? Refuse(401, "invalid_client") : null);
}
