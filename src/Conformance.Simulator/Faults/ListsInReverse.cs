using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Lists have their elements in the opposite of the declared order.</summary>
public sealed class ListsInReverse : Fault
{
    /// <inheritdoc />
    public override string Description => "Lists have their elements in the opposite of the declared order.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.Resource?.Order is not null, "order of a list");

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => call.Endpoint?.Resource?.Order is null ? found : [.. found.Reverse()];
}
