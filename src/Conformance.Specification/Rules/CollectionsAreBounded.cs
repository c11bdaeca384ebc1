using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Arrays and integers that callers send have bounds.</summary>
internal sealed class CollectionsAreBounded()
    : AdvisoryRule(
        "HTP-107",
        Severity.Warning,
        "An array or integer has no bounds",
        "Unbounded input is a way to exhaust the provider (OWASP API4:2023), and no test can tell what is too much.",
        "add maxItems, or minimum and maximum"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var (schema, name) in SentSchemas.Of(specification))
        {
            if (schema is { MaxItems: null, Reference: null } && schema.Types.HasFlag(JsonTypes.Array))
            {
                yield return Finding(schema.LocationOf("type"), $"array '{name}' has no maxItems", "maxItems");
            }
            else if (IsUnbounded(schema))
            {
                yield return Finding(
                    schema.LocationOf("type"),
                    $"integer '{name}' has no bounds",
                    "minimum and maximum"
                );
            }
        }
    }

    private static bool IsUnbounded(SchemaNode schema) =>
        schema.Types.HasFlag(JsonTypes.Integer)
        && !schema.Types.HasFlag(JsonTypes.Number)
        && schema
            is {
                Minimum: null,
                Maximum: null,
                ExclusiveMinimum: null,
                ExclusiveMaximum: null,
                Const: null,
                Reference: null,
                Enum.IsEmpty: true
            };
}
