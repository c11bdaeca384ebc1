using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The connection is cut before the request has any effect.</summary>
internal sealed class ResetBeforeProcessing()
    : ClientScript(Title, "The connection is cut before the request has any effect.")
{
    /// <summary>Its name.</summary>
    public const string Title = "reset-before-processing";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        First(habits.Target, 1, _ => new Intervention { Cut = ConnectionCut.BeforeProcessing });
}
