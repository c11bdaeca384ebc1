using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Rules;

/// <summary>Formats are known, so that values are checked.</summary>
internal sealed class FormatsAreRegistered()
    : LintRule(
        "HTP-108",
        Severity.Error,
        "A format is unknown",
        "JSON Schema ignores formats it does not know, so nothing would be checked.",
        "use a registered format, or a pattern"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from place in SchemaPlace.All(specification)
        where place.Schema.Format is { } format && !SchemaFormats.IsKnown(format)
        let near = NearestWord.Among(SchemaFormats.Names, place.Schema.Format!)
        select Finding(
            place.Schema.LocationOf("format"),
            $"format '{place.Schema.Format}' of '{place.Name}' is not a registered format",
            "one of " + string.Join(", ", SchemaFormats.Names),
            place.Schema.Format,
            near is null ? null : $"did you mean '{near}'?"
        );
}
