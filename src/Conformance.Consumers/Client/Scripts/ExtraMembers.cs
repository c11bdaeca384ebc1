using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Answers have members that nobody has heard of.</summary>
internal sealed class ExtraMembers() : ClientScript(Title, "Answers have members that nobody has heard of.")
{
    /// <summary>Its name.</summary>
    public const string Title = "extra-members";

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits) =>
        Direction.By(a => a.IsForToken ? null : new Intervention { AddsUnknownMembers = true });
}
