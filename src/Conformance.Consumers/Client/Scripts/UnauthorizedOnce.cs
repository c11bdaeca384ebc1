using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The first token is refused with 401 though its time is not over; a new one works.</summary>
internal sealed class UnauthorizedOnce()
    : ClientScript(Title, "The first token is refused with 401 though its time is not over; a new one works.")
{
    /// <summary>Its name.</summary>
    public const string Title = "unauthorized-once";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LackOfTokens(specification);

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        string? revoked = null;
        return Direction.By(arrival =>
        {
            if (arrival.IsForToken || arrival.Endpoint is null || arrival.Credentials is not [var token])
            {
                return null;
            }

            revoked ??= token;
            return token == revoked ? Refuse(401) : null;
        });
    }
}
