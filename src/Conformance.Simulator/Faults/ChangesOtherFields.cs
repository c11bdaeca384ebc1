using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A change also changes numbers that it does not speak of.</summary>
public sealed class ChangesOtherFields : Fault
{
    /// <inheritdoc />
    public override string Description => "A change also changes numbers that it does not speak of.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource) =>
        call.Does(ResourceAction.Create) ? resource : resource?.Counted();
}
