using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Payloads that differ behind the first elements of their arrays are the same under one key.</summary>
public sealed class ComparesFirstElementsOnly : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Payloads that differ behind the first elements of their arrays are the same under one key.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override JsonElement AlterCompared(Call call, JsonElement payload) =>
        JsonSerializer.SerializeToElement(Cut(JsonNode.Parse(payload.GetRawText())));

    private static JsonNode? Cut(JsonNode? value) =>
        value switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Cut(m.Value)))),
            JsonArray elements => new JsonArray([.. elements.Take(1).Select(Cut)]),
            _ => value?.DeepClone(),
        };
}
