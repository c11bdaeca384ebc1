using System.Globalization;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>A successful answer says that nothing remains of the limit until a moment from now.</summary>
internal sealed class QuotaUsedUp()
    : ClientScript(Title, "A successful answer says that nothing remains of the limit until a moment from now.")
{
    /// <summary>Its name.</summary>
    public const string Title = "quota-used-up";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        specification.RateLimits?.Headers is { Remaining: not null, Reset: not null }
            ? null
            : "headers for what remains and for the reset under rate_limits";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var names = specification.RateLimits!.Headers!;
        var met = 0;
        return Direction.By(arrival =>
            arrival.IsForToken || arrival.Endpoint is null || met++ > 0
                ? null
                : new Intervention
                {
                    Headers = [new(names.Remaining!.Value, "0"), new(names.Reset!.Value, ResetAfter(arrival.At))],
                }
        );
    }

    private static string ResetAfter(DateTimeOffset now) =>
        ((long)Math.Ceiling((now + ScriptTimes.RetryAfter).ToUnixTimeMilliseconds() / 1000.0)).ToString(
            CultureInfo.InvariantCulture
        );
}
