using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Strings that callers send have a greatest length.</summary>
internal sealed class StringsAreBounded()
    : AdvisoryRule(
        "HTP-106",
        Severity.Warning,
        "A string has no bound",
        "A provider that sets no limit stores what does not fit, or fails; and no test can tell what is too long.",
        "add maxLength, or an enum, a const, a pattern or a format"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        SentSchemas
            .Of(specification)
            .Where(p => IsUnbounded(p.Schema))
            .Select(p =>
                Finding(
                    p.Schema.LocationOf("type"),
                    $"string '{p.Name}' has no maxLength, enum, const, pattern or format",
                    "maxLength"
                )
            );

    private static bool IsUnbounded(SchemaNode schema) =>
        schema is { MaxLength: null, Const: null, Pattern: null, Format: null, Reference: null, Enum.IsEmpty: true }
        && schema.Types.HasFlag(JsonTypes.String)
        && schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf).All(s => IsUnbounded(s));
}
