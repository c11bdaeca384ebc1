using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Optional headers are demanded.</summary>
public sealed class DemandsOptionalHeaders : Fault
{
    /// <inheritdoc />
    public override string Description => "Optional headers are demanded.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Validation;

    /// <inheritdoc />
    internal override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            call.Endpoint!.Headers.Where(h => !h.Required && h.Name.Value != call.Endpoint.Idempotency?.Header.Value)
                .Where(h => call.Request.Header(h.Name.Value) is null)
                .Select(h => new Violation(h.Name.Value, "required", "Is required"))
        );
}
