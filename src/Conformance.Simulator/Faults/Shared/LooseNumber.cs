using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that takes something else where a number must be.</summary>
public abstract class LooseNumber : Fault
{
    private protected LooseNumber() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Validation;

    private protected abstract bool Takes(JsonElement sent);

    /// <inheritdoc />
    internal sealed override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.RemoveAll(v =>
            v.Keyword == "type"
            && SentBody.Find(call, v) is { } sent
            && Takes(sent.Value)
            && (call.World.Schemas.Types(sent.Schema) & (JsonTypes.Integer | JsonTypes.Number)) != 0
        );
}
