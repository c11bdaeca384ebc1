using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>The request is carried out, and the connection is cut before the answer.</summary>
internal sealed class ResetAfterProcessing()
    : ClientScript(Title, "The request is carried out, and the connection is cut before the answer.")
{
    /// <summary>Its name.</summary>
    public const string Title = "reset-after-processing";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        First(habits.Target, 1, _ => new Intervention { Cut = ConnectionCut.AfterProcessing });
}
