using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Rules;

/// <summary>Says how formats of the dialect are read that JSON Schema does not have.</summary>
internal sealed class FormatsAreStandard()
    : LintRule(
        "HTP-118",
        Severity.Info,
        "A format is the dialect's own",
        "Other tools ignore formats that JSON Schema does not have; this one checks them as described.",
        "write a pattern or multipleOf beside it when other tools are to check it too"
    )
{
    private static readonly string[] Own = ["decimal", "iso-3166-1-alpha-2", "iso-4217"];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        SchemaPlace
            .All(specification)
            .Where(place => Own.Contains(place.Schema.Format))
            // Said once for every reading: the second use of a format is no news.
            .DistinctBy(place => (place.Schema.Format, Reading(place.Schema)))
            .Select(place =>
                Finding(
                    place.Schema.LocationOf("format"),
                    $"format '{place.Schema.Format}' of '{place.Name}' is no JSON-Schema format; it is read as "
                        + Reading(place.Schema)
                )
            );

    private static string Reading(SchemaNode schema) =>
        schema.MultipleOf is { } step ? $"a multiple of {step}, compared in decimal arithmetic"
        : (schema.Types & (JsonTypes.Number | JsonTypes.Integer)) != 0
            ? "any number, for neither '(2 decimal places)' nor multipleOf says how many decimals it has"
        : SchemaFormats.MeaningOf(schema.Format!) ?? schema.Format!;
}
