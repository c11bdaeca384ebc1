using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Says how "alphanumeric" is read where the specification's own example is not strictly alphanumeric.</summary>
internal sealed class AlphanumericsAreClear()
    : LintRule(
        "HTP-119",
        Severity.Info,
        "\"alphanumeric\" admits '-' and '_'",
        "Taken to the letter the phrase would refuse the specification's own example.",
        "write pattern: '^[A-Za-z0-9_-]+$' to leave no doubt"
    )
{
    private const string Alphanumeric = "^[A-Za-z0-9_-]+$";

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from place in SchemaPlace.All(specification)
        let schema = place.Schema
        where schema.Pattern == Alphanumeric && schema.LocationOf("pattern") == schema.LocationOf("constraints")
        from example in schema.Examples.Take(1)
        where
            example.Value.ValueKind == JsonValueKind.String
            && !example.Value.GetString()!.All(char.IsAsciiLetterOrDigit)
        select Finding(
            schema.LocationOf("constraints"),
            $"'alphanumeric' of '{place.Name}' is read to admit '-' and '_', for its example '{example.Value.GetString()}' has one",
            related: new RelatedLocation("the example", example.Location)
        );
}
