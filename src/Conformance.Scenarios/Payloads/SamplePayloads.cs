using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>Valid values of a specification's schemas, for what is not a request of the suite. Not for several threads at once.</summary>
/// <param name="specification">The contract, for its data models.</param>
/// <param name="seed">Decides all generated data.</param>
public sealed class SamplePayloads(IntegrationSpecification specification, int seed)
{
    private readonly PayloadJudge judge = new(specification);
    private readonly PayloadGenerator generator = new(
        new SeededData(seed),
        new EffectiveSchema(specification),
        new StringValues(new PatternStrings()),
        new PayloadJudge(specification)
    );

    /// <summary>A valid value with every field, the optional ones only where asked for.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="id">Decides the generated data, together with the seed.</param>
    /// <param name="withOptional">Whether optional fields are there.</param>
    public JsonNode? Valid(SchemaNode schema, string id, bool withOptional) =>
        generator.Valid(schema, withOptional ? PayloadShape.Full : PayloadShape.Minimal, id);

    /// <summary>What of a value contradicts its schema, in a few words; null when nothing does.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    public string? DefectOf(SchemaNode schema, JsonNode? value) =>
        judge.Violations(schema, value) is [var first, ..] ? $"{first.Path}: expected {first.Expected}" : null;
}
