using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Nothing goes wrong.</summary>
internal sealed class Ordinary() : ClientScript(Title, "Nothing goes wrong.")
{
    /// <summary>Its name.</summary>
    public const string Title = "ordinary";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken ? new Intervention { Delay = ScriptTimes.TokenAnswer } : null);
}
