using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Token responses have members that nobody has heard of.</summary>
internal sealed class TokenExtraMembers()
    : ClientScript(Title, "Token responses have members that nobody has heard of.")
{
    /// <summary>Its name.</summary>
    public const string Title = "token-extra-members";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken ? new Intervention { AddsUnknownMembers = true } : null);
}
