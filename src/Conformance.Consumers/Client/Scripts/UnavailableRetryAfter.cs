using System.Globalization;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>503 with a Retry-After in seconds.</summary>
internal sealed class UnavailableRetryAfter() : ClientScript(Title, "503 with a Retry-After in seconds.")
{
    /// <summary>Its name.</summary>
    public const string Title = "unavailable-retry-after";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        First(
            habits.Target,
            1,
            _ => RefuseFor(503, null, ScriptTimes.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture))
        );
}
