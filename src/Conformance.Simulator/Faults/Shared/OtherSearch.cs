using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that compares otherwise in a search.</summary>
public abstract class OtherSearch : Fault
{
    private protected OtherSearch() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.State;

    private protected abstract bool Matches(string? value, string wanted);

    /// <inheritdoc />
    public sealed override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Search);

    /// <inheritdoc />
    internal sealed override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) =>
        call.Endpoint?.Resource?.QueryParameter is { } name
        && call.Request.Query.FirstOrDefault(q => q.Key == name).Value is { } wanted
            ? [.. all.Where(r => Matches(r.Fields[name]?.ToString(), wanted))]
            : found;
}
