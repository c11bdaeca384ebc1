using System.Globalization;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>429 with a Retry-After that is an HTTP date.</summary>
internal sealed class RateLimitedDate() : ClientScript(Title, "429 with a Retry-After that is an HTTP date.")
{
    /// <summary>Its name.</summary>
    public const string Title = "rate-limited-date";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        specification.RateLimits is null ? "rate_limits" : null;

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var status = specification.RateLimits?.ExceededResponse?.Status.Value ?? 429;
        return First(habits.Target, 1, a => RefuseFor(status, null, DateAfter(a.At)));
    }

    // A date has no fractions: rounded up, so that the wait is never shorter than it is meant to be.
    private static string DateAfter(DateTimeOffset now) =>
        (now + ScriptTimes.RetryAfter + TimeSpan.FromSeconds(1)).ToString("R", CultureInfo.InvariantCulture);
}
