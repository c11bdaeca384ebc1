using System.Collections.Immutable;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that overlooks the violations of certain keywords.</summary>
public abstract class ValidationHole : Fault
{
    private protected ValidationHole() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Validation;

    private protected abstract ImmutableArray<string> Keywords { get; }

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Keywords.Any(Rules(specification).Contains) ? null : $"{string.Join(" or ", Keywords)} in a request";

    /// <summary>The keywords that requests can be held against, where this fault looks for them.</summary>
    private protected virtual ImmutableHashSet<string> Rules(IntegrationSpecification specification) =>
        RequestRules.OfFields(specification).Union(RequestRules.OfHeaders(specification));

    /// <inheritdoc />
    internal sealed override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => Keywords.Contains(v.Keyword) && Overlooks(call, v));

    private protected virtual bool Overlooks(Call call, Violation violation) => true;

    private protected static bool IsHeader(Call call, Violation violation) =>
        call.Endpoint!.Headers.Any(h => h.Name.Value == violation.Path);
}
