using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Verdicts.Evidence;

/// <summary>Patterns and schemas, compiled once for a run. Thread-safe.</summary>
internal sealed class CompiledSchemas
{
    private readonly ConcurrentDictionary<string, EcmaPattern> patterns = new(StringComparer.Ordinal);

    // Schemas are compared by identity: comparing them by value costs more than compiling one twice.
    private readonly ConcurrentDictionary<SchemaNode, ContractSchema> schemas = new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<SchemaNode, SchemaNode> effective = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema with references followed, to find the fields of a body by.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="specification">Has the data models that references lead to.</param>
    public SchemaNode Effective(SchemaNode schema, IntegrationSpecification specification) =>
        effective.GetOrAdd(schema, static (s, spec) => new EffectiveSchema(spec).Of(s), specification);

    /// <summary>Whether a text matches an ECMA pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public bool IsMatch(string pattern, string text) => patterns.GetOrAdd(pattern, Compile).IsMatch(text);

    /// <summary>How a value contradicts a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="specification">Has the data models that references lead to.</param>
    /// <param name="value">The value.</param>
    public ImmutableArray<SchemaViolation> Violations(
        SchemaNode schema,
        IntegrationSpecification specification,
        JsonElement value
    ) => schemas.GetOrAdd(schema, static (s, spec) => ContractSchema.Create(s, spec), specification).Validate(value);

    private static EcmaPattern Compile(string pattern)
    {
        var result = EcmaPattern.Compile(pattern);
        return result.Pattern
            ?? throw new InvalidOperationException($"The pattern {pattern} is not valid: {result.Error?.Message}.");
    }
}
