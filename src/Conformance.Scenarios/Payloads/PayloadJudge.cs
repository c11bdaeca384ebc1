using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Has the last word on whether a payload is valid: the contract's own validator. A payload that was meant to be refused
/// and is valid after all (or the other way round) never becomes a case.
/// </summary>
internal sealed class PayloadJudge(IntegrationSpecification specification)
{
    private readonly Dictionary<SchemaNode, ContractSchema> compiled = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the validator agrees that the payload is, or is not, valid; false for a schema that cannot be enforced.</summary>
    public bool Agrees(SchemaNode schema, JsonNode? payload, bool isValid) =>
        Judge(schema) is { } judge && judge.Validate(JsonSerializer.SerializeToElement(payload), 1).IsEmpty == isValid;

    /// <summary>What is wrong with the payload; null for a schema that cannot be enforced.</summary>
    public ImmutableArray<SchemaViolation>? Violations(SchemaNode schema, JsonNode? payload) =>
        Judge(schema)?.Validate(JsonSerializer.SerializeToElement(payload));

    private ContractSchema? Judge(SchemaNode schema)
    {
        if (!compiled.TryGetValue(schema, out var judge))
        {
            compiled[schema] = judge = ContractSchema.Create(schema, specification);
        }

        return judge.Problems.All(p => p.Severity is not Severity.Error) ? judge : null;
    }
}
