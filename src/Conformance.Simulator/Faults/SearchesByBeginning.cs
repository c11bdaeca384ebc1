using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Searches find what begins with the value that is searched for.</summary>
public sealed class SearchesByBeginning : Fault
{
    /// <inheritdoc />
    public override string Description => "Searches find what begins with the value that is searched for.";

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
    ) =>
        call.Endpoint?.Resource?.QueryParameter is { } name
        && call.Request.Query.FirstOrDefault(q => q.Key == name).Value is { } wanted
            ? [.. all.Where(r => r.Fields[name]?.ToString().StartsWith(wanted, StringComparison.Ordinal) is true)]
            : found;
}
