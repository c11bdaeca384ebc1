using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A token is taken under any scheme, and under none.</summary>
public sealed class AcceptsAnyScheme : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A token is taken under any scheme, and under none.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScheme(specification);

    private protected override IEnumerable<string> Mistaken(Call call) => Written(call);
}
