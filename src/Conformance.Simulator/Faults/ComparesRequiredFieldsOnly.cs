using System.Text.Json;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Payloads that differ in optional fields only are the same under one key.</summary>
public sealed class ComparesRequiredFieldsOnly : Fault
{
    /// <inheritdoc />
    public override string Description => "Payloads that differ in optional fields only are the same under one key.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override JsonElement AlterCompared(Call call, JsonElement payload)
    {
        if (payload.ValueKind is not JsonValueKind.Object || call.Endpoint?.Request?.Schema is not { } schema)
        {
            return payload;
        }

        var required = call
            .World.Schemas.Properties(schema)
            .Where(p => p.IsRequired)
            .Select(p => p.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(
            payload.EnumerateObject().Where(p => required.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value)
        );
    }
}
