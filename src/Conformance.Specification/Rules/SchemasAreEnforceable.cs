using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Rules;

/// <summary>Every schema can be compiled and enforced. The findings carry the ids of the schema compiler.</summary>
internal sealed class SchemasAreEnforceable()
    : LintRule(
        SchemaRules.InvalidPattern.Id,
        SchemaRules.InvalidPattern.Severity,
        SchemaRules.InvalidPattern.Title,
        SchemaRules.InvalidPattern.Rationale,
        SchemaRules.InvalidPattern.Fix
    )
{
    // An unknown format is a finding of its own (HTP-108).
    private const string UnknownFormat = "SCH-201";

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        ContractSchema
            .Create(Together(specification), specification)
            .Problems.Where(problem => problem.Id != UnknownFormat)
            .DistinctBy(problem => (problem.Id, problem.Location, problem.Message));

    // One schema that has them all: a model is compiled once, however many others lead to it.
    private static SchemaNode Together(IntegrationSpecification specification) =>
        new()
        {
            Location = SourceLocation.None,
            Properties =
            [
                .. SchemaPlace
                    .Roots(specification)
                    .Select(
                        (place, index) =>
                            new SchemaProperty(
                                new(index.ToString(CultureInfo.InvariantCulture), place.Schema.Location),
                                place.Schema,
                                null
                            )
                    ),
            ],
        };
}
