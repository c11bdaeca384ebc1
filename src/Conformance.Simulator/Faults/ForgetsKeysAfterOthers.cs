using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A key is forgotten when twenty further resources were made.</summary>
public sealed class ForgetsKeysAfterOthers : Fault
{
    /// <inheritdoc />
    public override string Description => "A key is forgotten when twenty further resources were made.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfKeys(specification) ?? Lack.OfAction(specification, ResourceAction.Create);

    private const int Room = 20;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) => $"{call.All().Count / Room}\n{scopedKey}";
}
