using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>No state of a resource forbids a change.</summary>
public sealed class AllowsForbiddenTransitions : Fault
{
    /// <inheritdoc />
    public override string Description => "No state of a resource forbids a change.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(
            specification,
            e =>
                e.Resource
                    is { Action: ResourceAction.Update or ResourceAction.Transition, From.IsDefaultOrEmpty: false },
            "change that depends on the state of a resource"
        );

    /// <inheritdoc />
    internal override bool AlterTransition(Call call, bool isAllowed) => true;
}
