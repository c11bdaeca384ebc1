using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Every call is refused with 401, whatever the token.</summary>
internal sealed class UnauthorizedAlways() : ClientScript(Title, "Every call is refused with 401, whatever the token.")
{
    /// <summary>Its name.</summary>
    public const string Title = "unauthorized-always";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken || a.Endpoint is null ? null : Refuse(401));
}
