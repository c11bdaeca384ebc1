using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Required headers may be left out.</summary>
public sealed class IgnoresRequiredHeaders : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Required headers may be left out.";

    private protected override ImmutableArray<string> Keywords => ["required"];

    private protected override ImmutableHashSet<string> Rules(IntegrationSpecification specification) =>
        RequestRules.OfHeaders(specification);

    private protected override bool Overlooks(Call call, Violation violation) => IsHeader(call, violation);
}
