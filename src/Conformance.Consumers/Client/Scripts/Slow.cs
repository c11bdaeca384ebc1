using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Answers take a few seconds.</summary>
internal sealed class Slow() : ClientScript(Title, "Answers take a few seconds.")
{
    /// <summary>Its name.</summary>
    public const string Title = "slow";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        First(habits.Target, 1, _ => new Intervention { Delay = ScriptTimes.SlowAnswer });
}
