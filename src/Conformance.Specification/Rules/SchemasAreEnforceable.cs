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
        SchemaPlace
            .Roots(specification)
            .SelectMany(place => ContractSchema.Create(place.Schema, specification).Problems)
            .Where(problem => problem.Id != UnknownFormat)
            .DistinctBy(problem => (problem.Id, problem.Location, problem.Message));
}
