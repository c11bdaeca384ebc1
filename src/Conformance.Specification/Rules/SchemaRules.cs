using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Rules;

/// <summary>What the schema compiler can find; see <see cref="Schemas.ContractSchema.Problems"/>.</summary>
internal static class SchemaRules
{
    private const string Unusable = "A schema that cannot be compiled judges nothing.";

    public static RuleDescription InvalidPattern { get; } =
        new(
            "SCH-101",
            Severity.Error,
            "A pattern is no regular expression",
            Unusable,
            "Write the pattern in ECMA-262, in single quotes."
        );

    public static ImmutableArray<RuleDescription> Others { get; } =
    [
        new(
            "SCH-102",
            Severity.Error,
            "A schema reference leads nowhere, back to itself, or to very many schemas",
            Unusable,
            "Refer to a declared data model, and to each one once."
        ),
        new("SCH-103", Severity.Error, "A keyword has a wrong value", Unusable, "Give the keyword a value it takes."),
        new(
            "SCH-202",
            Severity.Warning,
            "A keyword is not enforced",
            "Values are not checked against it.",
            "Use a keyword that JSON Schema has."
        ),
    ];
}
