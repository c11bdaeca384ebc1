using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Searches find everything.</summary>
public sealed class SearchesWithoutFilter : Fault
{
    /// <inheritdoc />
    public override string Description => "Searches find everything.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Search);

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => call.Endpoint?.Resource?.Action is ResourceAction.Search ? all : found;
}
