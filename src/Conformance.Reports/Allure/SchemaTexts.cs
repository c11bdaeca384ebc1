using System.Collections.Concurrent;
using System.Text;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Reports.Allure;

/// <summary>
/// The schemas that responses are judged by, as JSON Schema, complete with the data models they refer to. Thread-safe;
/// each is written once for a run.
/// </summary>
internal sealed class SchemaTexts(IntegrationSpecification specification, Func<string, string> mask)
{
    private readonly ConcurrentDictionary<SchemaNode, string> texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema as UTF-8.</summary>
    /// <param name="schema">The schema.</param>
    // Masked each time: a run learns secrets as it goes.
    public byte[] Of(SchemaNode schema) =>
        Encoding.UTF8.GetBytes(
            mask(texts.GetOrAdd(schema, node => ContractSchema.Create(node, specification).ToJson()))
        );
}
