using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that overlooks the violations of certain keywords.</summary>
public abstract class ValidationHole : Fault
{
    private protected ValidationHole() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Validation;

    private protected abstract ImmutableArray<string> Keywords { get; }

    /// <inheritdoc />
    internal sealed override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v => Keywords.Contains(v.Keyword) && Overlooks(call, v));

    private protected virtual bool Overlooks(Call call, Violation violation) => true;

    private protected static bool IsHeader(Call call, Violation violation) =>
        call.Endpoint!.Headers.Any(h => h.Name.Value == violation.Path);
}
