using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>429 with a Retry-After that says nothing: the client has to find a pause by itself.</summary>
internal sealed class RateLimitedUnreadable()
    : ClientScript(Title, "429 with a Retry-After that says nothing: the client has to find a pause by itself.")
{
    /// <summary>Its name.</summary>
    public const string Title = "rate-limited-unreadable";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        specification.RateLimits is null ? "rate_limits" : null;

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var status = specification.RateLimits?.ExceededResponse?.Status.Value ?? 429;
        return First(habits.Target, 3, _ => RefuseFor(status, null, "soon"));
    }
}
