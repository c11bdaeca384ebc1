using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A pattern is what its author typed, not what double quotes made of it.</summary>
internal sealed class PatternsSurviveQuotes()
    : LintRule(
        "HTP-120",
        Severity.Error,
        "A pattern holds a control character",
        "In double quotes YAML turns \\b into a backspace and \\t into a tab, so the expression matches something else.",
        "write the pattern in single quotes"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from place in SchemaPlace.All(specification)
        let control = place.Schema.Pattern?.FirstOrDefault(char.IsControl)
        where control > 0
        select Finding(
            place.Schema.LocationOf("pattern"),
            $"the pattern of '{place.Name}' holds the control character U+{(int)control!.Value:X4}",
            "single quotes, in which a backslash is a backslash"
        );
}
