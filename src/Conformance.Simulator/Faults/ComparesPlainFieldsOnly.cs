using System.Text.Json;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Payloads that differ in objects or lists only are the same under one key.</summary>
public sealed class ComparesPlainFieldsOnly : Fault
{
    /// <inheritdoc />
    public override string Description => "Payloads that differ in objects or lists only are the same under one key.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override JsonElement AlterCompared(Call call, JsonElement payload) =>
        payload.ValueKind is not JsonValueKind.Object
            ? payload
            : JsonSerializer.SerializeToElement(
                payload
                    .EnumerateObject()
                    .Where(p => p.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    .ToDictionary(p => p.Name, p => p.Value)
            );
}
