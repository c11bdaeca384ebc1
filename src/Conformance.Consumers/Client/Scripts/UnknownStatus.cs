using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>An error status that the client cannot know: 418.</summary>
internal sealed class UnknownStatus() : ClientScript(Title, "An error status that the client cannot know: 418.")
{
    /// <summary>Its name.</summary>
    public const string Title = "unknown-status";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        First(habits.Target, int.MaxValue, _ => Refuse(418));
}
