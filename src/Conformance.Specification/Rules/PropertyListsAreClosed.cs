using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Objects that callers send say whether they may have other properties.</summary>
internal sealed class PropertyListsAreClosed()
    : AdvisoryRule(
        "HTP-111",
        Severity.Warning,
        "A property list is left open",
        "Whether unknown fields are refused, ignored or stored is left to the provider; stored ones are a mass assignment (OWASP API3:2023).",
        "add additionalProperties: false, or true"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        SentSchemas
            .Of(specification)
            .Where(p =>
                p.Schema
                    is {
                        AdditionalPropertiesAllowed: null,
                        AdditionalProperties: null,
                        Reference: null,
                        Properties.IsEmpty: false
                    }
            )
            .Select(p =>
                Finding(
                    p.Schema.LocationOf("properties"),
                    $"the property list of {p.Name} is open: unknown fields are neither refused nor allowed",
                    "additionalProperties"
                )
            );
}
